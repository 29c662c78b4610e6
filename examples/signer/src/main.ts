#!/usr/bin/env node
import { createAllowList } from './allow-list.ts';
import { openAudit } from './audit.ts';
import { openDriver } from './card/open-driver.ts';
import { startSigner } from './service.ts';
import { readSettings, type SignerSettings, USAGE } from './settings.ts';

const say = (text: string): void => void process.stderr.write(`${text}\n`);

async function run(settings: SignerSettings): Promise<void> {
  const { allow, allowFile, port, programs } = settings;
  const allowList = createAllowList(allow, allowFile);
  const driver = await openDriver(settings);
  const service = await startSigner({
    driver,
    allowList,
    allowFile,
    port,
    programs,
    audit: openAudit(settings.audit, () => new Date()),
    onAsk: (requester) => say(`等待同意：${requester}（在 ${service.url}/ 決定）`),
  });
  say(`開發用本機簽章服務（替身，不是官方 HiPKI 元件）：${service.url}/`);
  say(`允許來源清單：${allowFile}${allow.length === 0 ? '' : `，另有 ${allow.join('、')}`}`);
  say(`稽核紀錄：${settings.audit}`);
  const cards = (await driver.readers()).filter(({ card }) => card !== undefined);
  if (cards.length === 0) say('目前沒有卡片；模擬卡以 kcc card simulate create 建立、activate 開卡。');
  const stop = () => void service.close().then(() => driver.close());
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  const settings = readSettings(process.argv.slice(2), process.env);
  if (settings === undefined) process.stdout.write(USAGE);
  else await run(settings);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof TypeError ? 2 : 3;
}
