// Reads every hostile document in a process of its own and reports time and memory.
import { readDocument } from '../../src/grammar/read-document.ts';
import { hostileDocuments } from './hostile-documents.ts';

const times: Record<string, number> = {};
for (const [name, make] of Object.entries(hostileDocuments())) {
  const bytes = make();
  const before = process.cpuUsage();
  readDocument(bytes);
  const { user, system } = process.cpuUsage(before);
  times[name] = (user + system) / 1000;
}
process.stdout.write(JSON.stringify({ times, peakRssMb: process.resourceUsage().maxRSS / 1024 }));
