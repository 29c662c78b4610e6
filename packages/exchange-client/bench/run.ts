import { measureAddressBook, measureLists } from './figures.ts';
import { measureThroughput, type ThroughputResult } from './throughput.ts';

/**
 * `node --conditions=@kcc/source --import tsx bench/run.ts [letters] [what…]`; what: throughput, large, lists, book.
 * The hour of the specification: a count that takes an hour.
 */
const [count = '3000', ...what] = process.argv.slice(2);
const wanted = (name: string) => what.length === 0 || what.includes(name);

function report(result: ThroughputResult): void {
  const { count: letters, bytes, perSecond, seconds, tenths, rss } = result;
  console.log(
    `${letters} × ${bytes} bytes, signed, encrypted, durable, confirmed: ${perSecond.toFixed(1)}/s, ${seconds.toFixed(1)} s`,
  );
  console.log(`  confirmations per tenth of the run: ${tenths.join(' ')}`);
  console.log(`  highest resident memory, MB: ${JSON.stringify(rss)}`);
}

if (wanted('book')) console.log('address book', measureAddressBook());
if (wanted('lists')) console.log('lists', await measureLists(1_000_000, 100_000));
if (wanted('throughput')) report(await measureThroughput(Number(count), 10_000));
if (wanted('large')) report(await measureThroughput(1, 1024 ** 3, 1));
