// Reading and checking against python3-lxml and libxml2-wasm: 10,000 letters of about 4 KB, medians of runs that take
// turns, each in a fresh process with the documents in memory before the clock starts; wall time, and CPU time of all
// threads. Then one letter of 5 MB and of 50 MB for growth and memory, one run each.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { dtdText } from '../src/grammar/dtd-text.ts';
import { grammarOf } from '../src/grammar/grammars.ts';
import { benchLetter, type Cost, type Figures } from './read-check-letters.ts';

const LETTERS = 10_000;
const RUNS = 5;
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

/** Runs the contestants in turns. */
function race(contestants: Readonly<Record<string, readonly string[]>>, name: string) {
  const runs = new Map(Object.keys(contestants).map((contestant): [string, Figures[]] => [contestant, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const [contestant, command] of Object.entries(contestants)) {
      const figures = measure(command, name);
      if (figures !== undefined) runs.get(contestant)?.push(figures);
    }
  }
  return runs;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function medianCost(costs: readonly (Cost | undefined)[]): Cost | undefined {
  const known = costs.filter((cost) => cost !== undefined);
  if (known.length === 0) return undefined;
  const of = (key: keyof Cost) => median(known.map((cost) => cost[key]));
  return { wallSeconds: of('wallSeconds'), cpuSeconds: of('cpuSeconds') };
}

function printCost(label: string, cost: Cost | undefined, more = ''): void {
  const { wallSeconds, cpuSeconds } = cost ?? {};
  const figures =
    cost === undefined
      ? 'not measured'
      : `${wallSeconds?.toFixed(2)} s wall (${Math.round(LETTERS / cost.wallSeconds)}/s), ${cpuSeconds?.toFixed(2)} s CPU`;
  console.log(`  ${label.padEnd(28)} ${figures}${more}`);
}

/** Races over one set of letters and prints what came of it. */
function compare(contestants: Readonly<Record<string, readonly string[]>>, name: string): void {
  const runs = race(contestants, name);
  const ours = medianCost((runs.get(OURS) ?? []).map(({ cold }) => cold));
  for (const contestant of Object.keys(contestants)) {
    const figures = runs.get(contestant) ?? [];
    const cold = medianCost(figures.map((run) => run.cold));
    printCost(`${contestant}, cold`, cold, `, ${figures[0]?.valid} valid, ${figures[0]?.peakRssMb} MB`);
    if (contestant === OURS)
      printCost(`${contestant}, second round`, medianCost(figures.map(({ warm }) => warm)));
    else if (cold !== undefined && ours !== undefined) {
      const [wall, cpu] = [cold.wallSeconds / ours.wallSeconds, cold.cpuSeconds / ours.cpuSeconds];
      console.log(`    takes × ${wall.toFixed(2)} our cold wall time, × ${cpu.toFixed(2)} our cold CPU time`);
    }
  }
}

const OURS = '@kcc/gongwen';

try {
  const grammar = grammarOf('函', '104-2020');
  if (grammar === undefined) throw new Error('there is no grammar of 函');
  writeFileSync(join(folder, 'letter.dtd'), dtdText(grammar));
  const letters = Array.from({ length: LETTERS }, (_, at) => benchLetter(at, 7, true));
  put('letters', letters);
  const ourCommand = [process.execPath, await compileOurs()];
  const lxml = ['/usr/bin/python3', here('read-check-lxml.py')];
  const wasm = [process.execPath, '--import', 'tsx', here('read-check-libxml2.ts')];
  console.log(
    `Node ${process.version}, medians of ${RUNS} runs in turns; CPU is user and system time of all threads.`,
  );
  console.log(
    `${LETTERS} letters of ${letters[0]?.length} bytes, each with a prolog of its own, read and checked:`,
  );
  compare({ [OURS]: ourCommand, 'python3-lxml': lxml, 'libxml2-wasm': wasm }, 'letters');

  const sizes = [5, 50].map((megabytes) => {
    const perItem = benchLetter(0, 1001).length - benchLetter(0, 1).length;
    const document = benchLetter(0, Math.round((megabytes * 1024 * 1024 * 1000) / perItem));
    put(`big${megabytes}`, [document]);
    const figures = measure(ourCommand, `big${megabytes}`);
    const ratio = (((figures?.peakRssMb ?? 0) * 1024 * 1024) / document.length).toFixed(1);
    console.log(
      `  one of ${megabytes} MB     ${figures?.cold.wallSeconds.toFixed(2)} s, peak ${figures?.peakRssMb} MB = ${ratio} × file`,
    );
    return figures;
  });
  const [small, large] = sizes;
  if (small && large) {
    const [wall, cpu] = [
      large.cold.wallSeconds / small.cold.wallSeconds,
      large.cold.cpuSeconds / small.cold.cpuSeconds,
    ];
    console.log(`  50 MB / 5 MB    × ${wall.toFixed(1)} wall time, × ${cpu.toFixed(1)} CPU time`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
