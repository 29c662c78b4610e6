// The programs that the benchmarks measure beside us: each is a package of its own below `bench/peers`, with a lock file,
// and no dependency of the workspace.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/** The folders of all peers of a package. */
function peersOf(packageName) {
  const folder = join(root, 'packages', packageName, 'bench', 'peers');
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** Installs the peers of some packages that are not there in the locked version. */
export async function installPeers(packageNames, onStep = () => {}) {
  for (const folder of packageNames.flatMap(peersOf)) {
    const installed = join(folder, 'node_modules', '.package-lock.json');
    const lock = join(folder, 'package-lock.json');
    if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) continue;
    onStep(`安裝對照的程式庫 ${folder.split(/[\\/]/).at(-1)}`);
    const { code, output } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      quiet: true,
    });
    if (code !== 0) throw new Error(`npm ci 失敗（結束碼 ${code}）：\n${output.slice(-2000)}`);
  }
}
