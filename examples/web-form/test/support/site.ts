import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The server as people start it, in a process of its own. */
export interface Site {
  readonly url: string;
  close(): Promise<void>;
}

const LOADER = createRequire(import.meta.url).resolve('tsx');
const MAIN = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));

/** Starts the server on the built page, on any free port. */
export async function startSite(service = 'http://localhost:61161'): Promise<Site> {
  const args = ['--conditions=@kcc/source', '--import', LOADER, MAIN, '--port', '0', '--service', service];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  return { url: await addressOf(child), close: () => stop(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (part) => {
      said += String(part);
      const [address] = /http:\/\/localhost:\d+(?=\/\n)/.exec(said) ?? [];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the server did not start:\n${said}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
