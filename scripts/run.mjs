import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** The pinned pnpm, run through npx so that nothing is installed globally. */
export const pnpm = ['--yes', manifest.packageManager];

/** Where node-gyp finds headers on this machine, so that it downloads none; undefined when there are none. */
export function nodeHeaders() {
  const prefix = dirname(dirname(process.execPath));
  return [process.env.npm_config_nodedir, prefix, '/usr', '/usr/local'].find(
    (folder) => folder && existsSync(join(folder, 'include', 'node', 'node_api.h')),
  );
}

/** Environment for child processes: the headers, and no prompts. */
export function childEnvironment(extra = {}) {
  const headers = nodeHeaders();
  // Set where this was started through `npx -p NAME`, and would change the meaning of the npx that is called from here.
  const { npm_config_package: _package, npm_config_call: _call, ...inherited } = process.env;
  return {
    ...inherited,
    ...(headers ? { npm_config_nodedir: headers } : {}),
    npm_config_update_notifier: 'false',
    ...extra,
  };
}

/** Runs a command to its end and resolves to its exit code; output goes to this process's streams unless `quiet`. */
export function run(command, args, { quiet = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const output = [];
    const child = spawn(command, args, {
      cwd,
      env: childEnvironment(env),
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    });
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? (signal ? 1 : 0), output: Buffer.concat(output).toString('utf8') }),
    );
  });
}

/** True when a program is on the path. */
export function hasProgram(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0;
}

/** The path of a tool that the workspace's root depends on. */
export function tool(name) {
  return join(root, 'node_modules', '.bin', name);
}
