import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCentre } from '../../src/centre/open-centre.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import { bytesSource } from '../../src/seal/byte-source.ts';
import { openPostgresStore } from '../../src/store/postgres/open-postgres-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import { createLoopback } from '../../src/transport/loopback.ts';
import { loadOffice } from '../fixture/stored-office.ts';

/** One worker of office A that may fall asleep just after it claimed a job. */
export interface WorkerOptions {
  readonly folder: string;
  readonly name: string;
  readonly leaseMs: number;
  readonly sleepAt?: 'job:claimed' | 'job:submitted';
  readonly postgres?: { readonly url: string; readonly schema: string };
}

const { folder, name, leaseMs, sleepAt, postgres } = JSON.parse(process.argv[2] ?? '{}') as WorkerOptions;
const office = loadOffice(folder, 'A');
const centre = await openCentre({ folder: join(folder, 'centre') });
const place = join(folder, 'A');
const store =
  postgres === undefined
    ? await openSqliteStore({ folder: place })
    : await openPostgresStore({ connectionString: postgres.url, schema: postgres.schema, folder: place });
let slept = false;
const engine = createEngine({
  office,
  store,
  transport: createLoopback({
    service: {
      ...centre,
      submit: (sender, submission) => {
        appendFileSync(join(folder, 'submitted'), `${name} ${submission.id}\n`);
        return centre.submit(sender, submission);
      },
    },
    office: 'A',
  }),
  directory: centre.directory,
  signer: office.signer,
  decrypter: office.decrypter,
  leaseMs,
  observe: (step) => {
    if (step !== sleepAt || slept) return;
    slept = true;
    process.kill(process.pid, 'SIGSTOP');
  },
});
await engine.send({
  id: 'letter',
  recipients: [{ code: 'B' }],
  files: [{ name: 'a', role: 'other', content: bytesSource(Uint8Array.of(1)) }],
  envelope: { subject: 's', expires: new Date('2099-01-01T00:00:00Z') },
});
const report = await engine.runOnce();
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exit(0);
