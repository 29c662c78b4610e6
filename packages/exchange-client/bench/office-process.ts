import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
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
  /** Letters to send; the sender stops at whichever of `count` and `ms` comes first. */
  readonly count: number;
  readonly ms: number;
  readonly bytes: number;
  readonly concurrency: number;
  /** One signature for what waits at the same time, and one key for the letters to one certificate. */
  readonly together: boolean;
  /** Where a CPU profile goes. */
  readonly profile?: string;
}

/** What a process used, as it says at its end. */
export interface Usage {
  /** Processor time of user and system, milliseconds. */
  readonly cpuMs: number;
  /** Highest resident memory, KiB. */
  readonly rss: number;
}

const options = JSON.parse(process.argv[2] ?? '{}') as OfficeProcessOptions;

/** A line for the parent. */
function say(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

const begun = process.cpuUsage();

function usage(): Usage {
  const { user, system } = process.cpuUsage(begun);
  return { cpuMs: (user + system) / 1000, rss: process.resourceUsage().maxRSS };
}

/** Profiles from now until the call of what it gives. */
async function profiled(): Promise<() => Promise<void>> {
  const { profile: folder, role } = options;
  if (folder === undefined) return async () => undefined;
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 500 });
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    writeFileSync(join(folder, `${role}.cpuprofile`), JSON.stringify(profile));
  };
}

async function runCentre(): Promise<void> {
  const centre = await openCentre({ folder: join(options.folder, 'centre') });
  const served = await serveCentre({ centre, uploads: join(options.folder, 'uploads') });
  const end = await profiled();
  say({ url: served.url });
  await new Promise((resolve) => process.once('SIGTERM', resolve));
  await end();
  await centre.close();
  say(usage());
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
    signTogether: options.together,
    wrapTogether: options.together,
  });
  return { engine, store };
}

async function runReceiver(): Promise<void> {
  const { engine, store } = await openOffice('B');
  const end = await profiled();
  say({ ready: true });
  let registered = 0;
  const stop = new AbortController();
  process.once('SIGTERM', () => stop.abort());
  await engine.run(stop.signal, {
    idleMs: 20,
    workers: 2,
    onTurn: (report) => {
      registered += report.registered;
      for (const problem of report.problems) process.stderr.write(`${problem.where}: ${problem.message}\n`);
    },
  });
  await end();
  await store.close();
  say({ registered, ...usage() });
  process.exit(0);
}

async function runSender(): Promise<void> {
  const { engine, store } = await openOffice('A');
  const payload = await fileSource(join(options.folder, 'payload'));
  // A small payload is read once and differs from letter to letter; a large one is streamed, or memory would tell nothing.
  const template = options.bytes <= 1024 * 1024 ? await readAll(payload.open()) : undefined;
  const contentOf = (index: number) => {
    if (template === undefined) return payload;
    const bytes = new Uint8Array(template);
    new DataView(bytes.buffer).setUint32(0, index);
    return bytesSource(bytes);
  };
  say({ ready: true });
  await new Promise((resolve) => process.stdin.once('data', resolve));
  const end = await profiled();
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begin = performance.now();
  let sent = 0;
  let confirmed = 0;
  let sending = options.concurrency;
  const marks: number[] = [];
  const held: (() => void)[] = [];
  const stop = new AbortController();
  const finished = () => sending === 0 && confirmed >= sent;
  const senders = Array.from({ length: options.concurrency }, async () => {
    while (sent < options.count && performance.now() - begin < options.ms) {
      const index = sent;
      sent += 1;
      // What waits for its receipt is bounded, as an office's outbox is.
      while (index - confirmed > options.concurrency * 16) await new Promise<void>((go) => held.push(go));
      await engine.send({
        id: `bench-${index}`,
        recipients: [{ code: 'B' }],
        files: [{ name: 'letter.bin', role: 'other', content: contentOf(index) }],
        envelope: { subject: `第 ${index} 件` },
      });
    }
    sending -= 1;
  });
  const running = engine.run(stop.signal, {
    idleMs: 20,
    workers: 2,
    onTurn: (report) => {
      confirmed += report.confirmed;
      for (let index = 0; index < report.confirmed; index += 1) marks.push(performance.now() - begin);
      for (const go of held.splice(0)) go();
      if (finished()) stop.abort();
      for (const problem of report.problems) process.stderr.write(`${problem.where}: ${problem.message}\n`);
    },
  });
  await Promise.all([...senders, running]);
  const ms = performance.now() - begin;
  await end();
  await store.close();
  say({
    confirmed,
    ms,
    tenths: tenths(marks),
    minutes: minutes(marks),
    delayMs: delay.percentile(99) / 1e6,
    ...usage(),
  });
  process.exit(0);
}

/** Confirmations in each tenth of the run. */
function tenths(marks: readonly number[]): readonly number[] {
  const end = marks.at(-1) ?? 1;
  const counts = new Array<number>(10).fill(0);
  for (const mark of marks) {
    const tenth = Math.min(9, Math.floor((mark / end) * 10));
    counts[tenth] = (counts[tenth] ?? 0) + 1;
  }
  return counts;
}

/** Confirmations in each whole minute. */
function minutes(marks: readonly number[]): readonly number[] {
  const counts: number[] = [];
  for (const mark of marks) {
    const minute = Math.floor(mark / 60_000);
    counts[minute] = (counts[minute] ?? 0) + 1;
  }
  return counts;
}

const ROLES = { centre: runCentre, sender: runSender, receiver: runReceiver };
await ROLES[options.role]();
