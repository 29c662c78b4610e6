// Builds and packs every package, lets publint and attw judge the tarballs, then installs them in an empty project,
// imports and requires every entry there, and lets Vite make a page of those for browsers.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pnpm, root, run, tool } from './run.mjs';

/** Entries that run in browsers. */
const BROWSER = [
  '@kcc/validators',
  '@kcc/validators/standard-schema',
  '@kcc/gongwen',
  '@kcc/gongwen/reading',
  '@kcc/gongwen/lint',
  '@kcc/gongwen/html',
  '@kcc/forms',
  '@kcc/forms/html',
  '@kcc/xca-card',
  '@kcc/xca-card/certificate',
  '@kcc/xca-card/cms',
  '@kcc/xca-card/hipki',
];

const scratch = mkdtempSync(join(tmpdir(), 'kcc-pack-'));
/** From the ground floor up: a package's types are built from those below it. */
const names = ['validators', 'gongwen', 'xca-card', 'forms', 'exchange-client'];
let failures = 0;

/** One step; prints its output when it fails. */
async function step(title, command, args, options = {}) {
  const { code, output } = await run(command, args, { quiet: true, ...options });
  if (code !== 0) {
    failures += 1;
    console.log(`✘ ${title}\n${output.slice(-6000)}`);
  } else console.log(`✔ ${title}`);
  return code === 0;
}

const manifestOf = (name) => JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));

/** Builds and packs a package; what judges the tarball is added to `judged` and goes on beside the next build. */
async function pack(name, judged) {
  const folder = join(root, 'packages', name);
  if (!(await step(`build @kcc/${name}`, tool('tsup'), ['--silent'], { cwd: folder }))) return undefined;
  const out = join(scratch, name);
  mkdirSync(out);
  if (
    !(await step(`pack @kcc/${name}`, 'npx', [...pnpm, 'pack', '--pack-destination', out], { cwd: folder }))
  ) {
    return undefined;
  }
  const tarball = join(out, readdirSync(out)[0]);
  judged.push(
    step(`publint @kcc/${name}`, tool('publint'), ['run', tarball, '--strict']),
    step(`attw @kcc/${name}`, tool('attw'), [tarball, '--profile', 'esm-only', '--no-emoji']),
  );
  return tarball;
}

/** Installs the tarballs as a user would and imports every entry that they export. */
async function tryInEmptyProject(tarballs) {
  const project = join(scratch, 'project');
  mkdirSync(project);
  const dependencies = Object.fromEntries(names.map((name) => [`@kcc/${name}`, `file:${tarballs[name]}`]));
  writeFileSync(
    join(project, 'package.json'),
    JSON.stringify({ name: 'empty', private: true, type: 'module', dependencies }, null, 2),
  );
  const overrides = Object.entries(dependencies).map(([name, file]) => `  "${name}": "${file}"`);
  writeFileSync(
    join(project, 'pnpm-workspace.yaml'),
    `packages: []\noverrides:\n${overrides.join('\n')}\n  "docx>nanoid": "^5.1.6"\npmOnFail: ignore\n`,
  );
  const installed = await step(
    'install the tarballs',
    'npx',
    [...pnpm, 'install', '--ignore-scripts', '--no-frozen-lockfile'],
    {
      cwd: project,
      env: { CI: 'true' },
    },
  );
  if (!installed) return;
  const entries = names.flatMap((name) =>
    Object.keys(manifestOf(name).exports)
      .filter((key) => !key.endsWith('.json'))
      .map((key) => `@kcc/${name}${key.slice(1)}`),
  );
  const script = entries.map((entry) => `await import(${JSON.stringify(entry)});`).join('\n');
  writeFileSync(join(project, 'try.mjs'), script);
  await step(`import ${entries.length} entries`, process.execPath, ['try.mjs'], { cwd: project });
  const required = entries.map((entry) => `require(${JSON.stringify(entry)});`).join('\n');
  writeFileSync(join(project, 'try.cjs'), required);
  await step(`require ${entries.length} entries`, process.execPath, ['try.cjs'], { cwd: project });
  await tryInPage(project);
}

/** A page made by Vite from the installed packages; a Node built-in in it would be left out with a warning. */
async function tryInPage(project) {
  const names = BROWSER.map((entry, index) => `import * as m${index} from ${JSON.stringify(entry)};`);
  writeFileSync(
    join(project, 'page.js'),
    `${names.join('\n')}\ndocument.title = String(Object.keys({ ${BROWSER.map((_, index) => `...m${index}`).join(', ')} }).length);`,
  );
  writeFileSync(
    join(project, 'index.html'),
    '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>',
  );
  const vite = join(root, 'examples', 'web-form', 'node_modules', '.bin', 'vite');
  const title = `a Vite page with ${BROWSER.length} entries`;
  const { code, output } = await run(vite, ['build', '--logLevel', 'warn'], { cwd: project, quiet: true });
  const externalised = /externalized for browser compatibility/.test(output);
  if (code === 0 && !externalised) console.log(`✔ ${title}`);
  else {
    failures += 1;
    console.log(`✘ ${title}\n${output.slice(-6000)}`);
  }
}

try {
  const tarballs = {};
  const judged = [];
  for (const name of names) tarballs[name] = await pack(name, judged);
  await Promise.all(judged);
  if (Object.values(tarballs).every(Boolean)) await tryInEmptyProject(tarballs);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;
