import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAddressBook, measureLists } from './figures.ts';
import { measurePostfix, missingForPostfix } from './postfix.ts';
import { measureThroughput, type ThroughputOptions, type ThroughputResult } from './throughput.ts';

/**
 * `node --conditions=@kcc/source --import tsx bench/run.ts [options] [what…]`
 *
 * what: book, lists, throughput, postfix, large (default: all). `throughput` and `postfix` take as long as `--minutes`
 * says (an hour: 60), or as many letters as `--letters`. `--apart`: a signature of its own for every package and
 * receipt, instead of one for all that wait at the same time.
 */
const { values, positionals: what } = parseArgs({
  allowPositionals: true,
  options: {
    letters: { type: 'string', default: '3000' },
    minutes: { type: 'string' },
    concurrency: { type: 'string', default: '64' },
    apart: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
});
const wanted = (name: string) => what.length === 0 || what.includes(name);
const amount =
  values.minutes === undefined ? { count: Number(values.letters) } : { ms: Number(values.minutes) * 60_000 };

function report(result: ThroughputResult): void {
  const { count, bytes, perSecond, seconds, tenths, minutes, cpuPerLetter, rss } = result;
  const cpu = Object.values(cpuPerLetter).reduce((sum, value) => sum + value, 0);
  console.log(
    `${count} × ${bytes} bytes, signed, encrypted, durable, confirmed: ${perSecond.toFixed(1)}/s, ${seconds.toFixed(1)} s`,
  );
  console.log(`  confirmations per tenth of the run: ${tenths.join(' ')}`);
  if (minutes.length > 1) console.log(`  confirmations per minute: ${minutes.join(' ')}`);
  const parts = Object.entries(cpuPerLetter).map(([role, value]) => `${role} ${value.toFixed(2)}`);
  console.log(`  processor time for one letter, ms: ${cpu.toFixed(2)} (${parts.join(', ')})`);
  console.log(`  highest resident memory, MB: ${JSON.stringify(rss)}`);
  const disk = Object.entries(result.diskPerLetter).map(
    ([role, value]) => `${role} ${(value / 1024).toFixed(1)}`,
  );
  console.log(`  on the disk for one letter, KiB: ${disk.join(', ')}`);
}

async function throughput(): Promise<number> {
  const { concurrency, profile } = values;
  if (profile !== undefined) mkdirSync(profile, { recursive: true });
  const options: ThroughputOptions = {
    ...amount,
    bytes: 10_000,
    concurrency: Number(concurrency),
    together: !values.apart,
    ...(profile === undefined ? {} : { profile: resolve(profile) }),
  };
  const result = await measureThroughput(options);
  report(result);
  return result.perSecond;
}

async function postfix(ours: number | undefined): Promise<void> {
  const missing = missingForPostfix();
  if (missing !== undefined) {
    console.log(`Postfix: not measured, ${missing}`);
    return;
  }
  const { count, perSecond, seconds, version, cpuPerLetter } = await measurePostfix({
    ...amount,
    bytes: 10_000,
  });
  console.log(
    `Postfix ${version}, ${count} × 10000 bytes, smtp-source → queue → smtp-sink: ${perSecond.toFixed(1)}/s, ${seconds.toFixed(1)} s`,
  );
  console.log(`  processor time for one letter, ms: ${cpuPerLetter.toFixed(2)}`);
  if (ours !== undefined) console.log(`  ours to Postfix: ${(ours / perSecond).toFixed(2)} to 1`);
}

if (wanted('book')) console.log('address book', measureAddressBook());
if (wanted('lists')) console.log('lists', await measureLists(1_000_000, 100_000));
const ours = wanted('throughput') ? await throughput() : undefined;
if (wanted('postfix')) await postfix(ours);
if (wanted('large')) report(await measureThroughput({ count: 1, bytes: 1024 ** 3, concurrency: 1 }));
