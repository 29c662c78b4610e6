#!/usr/bin/env node
import { buildPage, PAGE_FOLDER } from '../build/build-page.ts';
import { readSettings, USAGE, type WebFormSettings } from './settings.ts';
import { startServer } from './start.ts';

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function run(settings: WebFormSettings): Promise<void> {
  await buildPage();
  const server = await startServer(PAGE_FOLDER, settings);
  say(`公文與申請表單：${server.url}/`);
  say(`簽章元件：${settings.service}（開發時可用 npm run signer -- --allow ${server.url}）`);
  const stop = () => void server.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  const settings = readSettings(process.argv.slice(2));
  if (settings === undefined) process.stdout.write(USAGE);
  else await run(settings);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof TypeError ? 2 : 3;
}
