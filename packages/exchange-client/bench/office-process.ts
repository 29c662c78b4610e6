import { join } from 'node:path';
import { serveCentre } from '../src/centre/http/serve-centre.ts';
import { openCentre } from '../src/centre/open-centre.ts';
import { createEngine } from '../src/engine/create-engine.ts';
import { bytesSource, fileSource, readAll } from '../src/seal/byte-source.ts';
import { openSqliteStore } from '../src/store/sqlite/open-sqlite-store.ts';
import { createHttpTransport } from '../src/transport/http/http-transport.ts';
import { loadOffice } from '../test/fixture/stored-office.ts';

/** One of the three programs of the bench: the centre, the sender or the receiver. */
export interface OfficeProcessOptions {
  readonly role: 'centre' | 'sender' | 'receiver';
  readonly folder: string;
  readonly url: string;
  readonly count: number;
  readonly bytes: number;
  readonly concurrency: number;
}

const options = JSON.parse(process.argv[2] ?? '{}') as OfficeProcessOptions;

/** A line for the parent. */
function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

async function runCentre(): Promise<void> {
  const centre = await openCentre({ folder: join(options.folder, 'centre') });
  const served = await serveCentre({ centre, uploads: join(options.folder, 'uploads') });
  say({ url: served.url });
  await new Promise((resolve) => process.once('SIGTERM', resolve));
  say({ rss: process.resourceUsage().maxRSS });
  process.exit(0);
}

async function openOffice(code: string) {
  const office = loadOffice(options.folder, code);
  const transport = createHttpTransport({ url: options.url, office, signer: office.signer });
  await transport.register(office.decrypter.certificate);
  const store = await openSqliteStore({ folder: join(options.folder, code) });
  const engine = createEngine({
    office,
    store,
    transport,
    directory: transport,
    signer: office.signer,
    decrypter: office.decrypter,
    concurrency: options.concurrency,
  });
  return { engine };
}

async function runReceiver(): Promise<void> {
  const { engine } = await openOffice('B');
  say({ ready: true });
  let registered = 0;
  const stop = new AbortController();
  process.once('SIGTERM', () => stop.abort());
  await engine.run(stop.signal, {
    idleMs: 5,
    onTurn: (report) => {
      registered += report.registered;
      for (const problem of report.problems) process.stderr.write(`${problem.where}: ${problem.message}\n`);
    },
  });
  say({ registered, rss: process.resourceUsage().maxRSS });
  process.exit(0);
}

async function runSender(): Promise<void> {
  const { engine } = await openOffice('A');
  const payload = await fileSource(join(options.folder, 'payload'));
  // A small payload is read once; a large one is streamed, or memory would tell nothing.
  const content = options.bytes <= 1024 * 1024 ? bytesSource(await readAll(payload.open())) : payload;
  say({ ready: true });
  await new Promise((resolve) => process.stdin.once('data', resolve));
  const begin = performance.now();
  let next = 0;
  let confirmed = 0;
  const marks: number[] = [];
  const stop = new AbortController();
  const sending = Array.from({ length: options.concurrency }, async () => {
    while (next < options.count) {
      const index = next;
      next += 1;
      await engine.send({
        id: `bench-${index}`,
        recipients: [{ code: 'B' }],
        files: [{ name: 'letter.bin', role: 'other', content }],
        envelope: { subject: `第 ${index} 件` },
      });
    }
  });
  const running = engine.run(stop.signal, {
    idleMs: 2,
    onTurn: (report) => {
      confirmed += report.confirmed;
      for (let index = 0; index < report.confirmed; index += 1) marks.push(performance.now() - begin);
      if (confirmed >= options.count) stop.abort();
      for (const problem of report.problems) process.stderr.write(`${problem.where}: ${problem.message}\n`);
    },
  });
  await Promise.all([...sending, running]);
  say({
    confirmed,
    ms: performance.now() - begin,
    marks: minutes(marks),
    rss: process.resourceUsage().maxRSS,
  });
  process.exit(0);
}

/** Confirmations in each tenth of the run. */
function minutes(marks: readonly number[]): readonly number[] {
  const end = marks.at(-1) ?? 1;
  const tenths = new Array<number>(10).fill(0);
  for (const mark of marks) {
    const tenth = Math.min(9, Math.floor((mark / end) * 10));
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  return tenths;
}

const ROLES = { centre: runCentre, sender: runSender, receiver: runReceiver };
await ROLES[options.role]();
