import { measureThroughput } from './throughput.ts';

const count = Number(process.argv[2] ?? 3000);
const bytes = Number(process.argv[3] ?? 10_000);
const { perSecond, seconds, tenths, rss } = await measureThroughput(count, bytes);
console.log(
  `${count} letters of ${bytes} bytes, signed, encrypted, durable, confirmed: ${perSecond.toFixed(0)}/s in ${seconds.toFixed(1)} s`,
);
console.log(`confirmations per tenth: ${tenths.join(' ')}; MB resident: ${JSON.stringify(rss)}`);
