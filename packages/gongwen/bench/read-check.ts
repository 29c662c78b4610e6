// Reading and checking against python3-lxml and libxml2-wasm: 10,000 letters of about 4 KB, one process each, one run,
// documents in memory before the clock starts. Then one letter of 5 MB and of 50 MB for growth and memory.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { dtdText } from '../src/grammar/dtd-text.ts';
import { grammarOf } from '../src/grammar/grammars.ts';
import { benchLetter } from './read-check-letters.ts';

interface Figures {
  readonly valid: number;
  readonly seconds: number;
  /** Seconds of a second round in the same process, where one was run. */
  readonly again?: number;
  readonly peakRssMb: number;
}

const LETTERS = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));

/** Writes documents as one file and their lengths as another. */
function put(name: string, documents: readonly Uint8Array[]): void {
  writeFileSync(join(folder, `${name}.bin`), Buffer.concat(documents));
  writeFileSync(join(folder, `${name}.txt`), documents.map(({ length }) => length).join('\n'));
}

const here = (file: string) => fileURLToPath(new URL(`./${file}`, import.meta.url));

/** Our side as users run it: compiled JavaScript, no loader. */
async function compileOurs(): Promise<string> {
  const outfile = join(folder, 'ours.mjs');
  const entryPoints = [here('read-check-ours.ts')];
  await build({
    entryPoints,
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@kcc/source'],
  });
  return outfile;
}

function measure(command: readonly string[], name: string): Figures | undefined {
  const [program = '', ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, [...args, folder, name], { encoding: 'utf8' });
  if (status === 0) return JSON.parse(stdout) as Figures;
  console.log(`  ${command.at(-1)}: ${stderr.trim().split('\n').at(-1)}`);
  return undefined;
}

function perSecond(figures: Figures | undefined): string {
  if (figures === undefined) return 'not measured';
  const again = figures.again === undefined ? '' : `, second round ${Math.round(LETTERS / figures.again)}/s`;
  return `${Math.round(LETTERS / figures.seconds)}/s${again}, ${figures.valid} valid, ${figures.peakRssMb} MB`;
}

try {
  const grammar = grammarOf('函', '104-2020');
  if (grammar === undefined) throw new Error('there is no grammar of 函');
  writeFileSync(join(folder, 'letter.dtd'), dtdText(grammar));
  const letters = Array.from({ length: LETTERS }, (_, at) => benchLetter(at, 7));
  put('letters', letters);
  console.log(`${LETTERS} letters of ${letters[0]?.length} bytes, read and checked:`);
  const ourCommand = [process.execPath, await compileOurs()];
  const ours = measure(ourCommand, 'letters');
  const lxml = measure(['/usr/bin/python3', here('read-check-lxml.py')], 'letters');
  const wasm = measure([process.execPath, '--import', 'tsx', here('read-check-libxml2.ts')], 'letters');
  console.log(`  @kcc/gongwen    ${perSecond(ours)}`);
  console.log(`  python3-lxml    ${perSecond(lxml)}`);
  console.log(`  libxml2-wasm    ${perSecond(wasm)}`);
  if (ours && lxml) console.log(`  against lxml    × ${(lxml.seconds / ours.seconds).toFixed(2)}`);
  if (ours && wasm) console.log(`  against wasm    × ${(wasm.seconds / ours.seconds).toFixed(2)}`);

  const sizes = [5, 50].map((megabytes) => {
    const perItem = benchLetter(0, 1001).length - benchLetter(0, 1).length;
    const document = benchLetter(0, Math.round((megabytes * 1024 * 1024 * 1000) / perItem));
    put(`big${megabytes}`, [document]);
    const figures = measure(ourCommand, `big${megabytes}`);
    const ratio = (((figures?.peakRssMb ?? 0) * 1024 * 1024) / document.length).toFixed(1);
    console.log(
      `  one of ${megabytes} MB     ${figures?.seconds.toFixed(2)} s, peak ${figures?.peakRssMb} MB = ${ratio} × file`,
    );
    return figures;
  });
  const [small, large] = sizes;
  if (small && large) console.log(`  50 MB / 5 MB    × ${(large.seconds / small.seconds).toFixed(1)} time`);
} finally {
  rmSync(folder, { recursive: true });
}
