// From docs/guides/evidence.md; written by docs/build/write-docs.ts.
import { sentLetter } from '../build/sample-world.ts';
const { engine, id } = await sentLetter();
import { writeFile } from 'node:fs/promises';
import { verifyEvidence } from '@kcc/exchange-client';

await engine.sealEvidence(); // run() 每分鐘自己做一次
const bytes = await engine.exportEvidence(id);
await writeFile('evidence.json', bytes);

const good = await verifyEvidence(bytes);
console.log(good.valid, good.events, good.signedEvents); // true 4 4

const changed = new TextEncoder().encode(new TextDecoder().decode(bytes).replace('queued', 'queueD'));
const bad = await verifyEvidence(changed);
console.log(bad.valid, bad.brokenAt); // false events[1]…
if (!good.valid || bad.valid) throw new Error('unexpected');

export { engine, id, bytes, good, changed, bad };
