// Installs the workspace's packages with the pinned pnpm and builds the command line. Does nothing when all is in place.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pnpm, root, run } from './run.mjs';

const STAMP = join(root, 'node_modules', '.kcc-setup');

/** What an installation depends on: a change of any of these installs again. */
function fingerprint() {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}`);
  for (const file of ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml']) {
    hash.update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(
    `Node ${process.versions.node} 太舊，請安裝 20.19 以上版本（Node 20.19 or newer is needed）`,
  );
}

/** Installs once; `onStep` is told what is happening. */
export async function setUp(onStep = () => {}) {
  requireNode();
  const wanted = fingerprint();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
  onStep('安裝套件（npm registry；第一次約半分鐘）');
  const { code, output } = await run('npx', [...pnpm, 'install', '--frozen-lockfile'], {
    quiet: true,
    env: { CI: 'true' },
  });
  if (code !== 0) throw new Error(`pnpm install 失敗（結束碼 ${code}）：\n${output.slice(-4000)}`);
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(STAMP, wanted);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await setUp((step) => console.error(step));
}
