// Reads the hostile documents that its arguments name and reports time and memory.
import { readDocument } from '../../src/grammar/read-document.ts';
import { hostileDocuments } from './hostile-documents.ts';

const times: Record<string, number> = {};
const named = new Set(process.argv.slice(2));
for (const [name, make] of Object.entries(hostileDocuments())) {
  if (!named.has(name)) continue;
  const bytes = make();
  const before = process.cpuUsage();
  readDocument(bytes);
  const { user, system } = process.cpuUsage(before);
  times[name] = (user + system) / 1000;
}
process.stdout.write(JSON.stringify({ times, peakRssMb: process.resourceUsage().maxRSS / 1024 }));
