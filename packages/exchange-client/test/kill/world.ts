import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openCentre } from '../../src/centre/open-centre.ts';
import { createEngine } from '../../src/engine/create-engine.ts';
import type { ExchangeEngine } from '../../src/engine/engine.ts';
import { bytesSource } from '../../src/seal/byte-source.ts';
import { openPostgresStore } from '../../src/store/postgres/open-postgres-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/open-sqlite-store.ts';
import type { Store } from '../../src/store/store.ts';
import { createLoopback } from '../../src/transport/loopback.ts';
import type { MailboxService } from '../../src/transport/mailbox-service.ts';
import { loadOffice } from '../fixture/stored-office.ts';

/** A whole exchange in one process that kills itself at a step; started again and again by the kill tests. */
export interface WorldOptions {
  readonly folder: string;
  readonly letters: number;
  /** A world that was killed before and is brought to its end first; its outcome is the first line. */
  readonly before?: WorldOptions;
  /** Dies with SIGKILL just after this many steps. */
  readonly killAt?: number;
  /** Dies with SIGKILL after this many milliseconds, wherever it is. */
  readonly killAfterMs?: number;
  /** Milliseconds that the clock of this run is ahead. */
  readonly clockAhead: number;
  /** PostgreSQL for the offices' stores, a schema each; SQLite without it. */
  readonly postgres?: { readonly url: string; readonly schemas: Readonly<Record<string, string>> };
}

const RECIPIENTS = ['B', 'C'];

export async function runWorld(options: WorldOptions): Promise<string> {
  let steps = 0;
  const observe = () => {
    steps += 1;
    if (steps === options.killAt) process.kill(process.pid, 'SIGKILL');
  };
  if (options.killAfterMs !== undefined)
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), options.killAfterMs);
  const clock = () => new Date(Date.now() + options.clockAhead);
  const centre = await openCentre({ folder: join(options.folder, 'centre'), clock });
  const service = watched(centre, observe);
  const stores: Store[] = [];
  const engines: Record<string, ExchangeEngine> = {};
  for (const code of ['A', ...RECIPIENTS]) {
    const office = loadOffice(options.folder, code);
    await centre.register({
      code,
      unit: '',
      name: office.name,
      signingCertificates: [office.signer.certificate],
      encryptionCertificates: [office.decrypter.certificate],
    });
    const store = await openStore(options, code);
    stores.push(store);
    engines[code] = createEngine({
      office,
      store,
      transport: createLoopback({ service, office: code }),
      directory: centre.directory,
      signer: office.signer,
      decrypter: office.decrypter,
      clock,
      leaseMs: 1000,
      observe,
    });
  }
  await sendLetters(engines.A, options.letters);
  await exchange(engines, options.letters);
  const result = JSON.stringify({ steps, ...(await outcome(engines)) });
  for (const store of stores) await store.close();
  await centre.close();
  return result;
}

function openStore(options: WorldOptions, code: string): Promise<Store> {
  const folder = join(options.folder, code);
  if (options.postgres === undefined) return openSqliteStore({ folder, inlineBytes: 4096 });
  return openPostgresStore({
    connectionString: options.postgres.url,
    schema: options.postgres.schemas[code] ?? '',
    folder,
    inlineBytes: 4096,
    connections: 4,
  });
}

async function sendLetters(engine: ExchangeEngine | undefined, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await engine?.send({
      id: `letter-${index}`,
      recipients: RECIPIENTS.map((code) => ({ code })),
      files: [
        {
          name: 'a.bin',
          role: 'other',
          content: bytesSource(new Uint8Array(3000 + index * 4000).fill(index)),
        },
      ],
      envelope: { subject: `第 ${index} 件`, expires: new Date('2099-01-01T00:00:00Z') },
    });
  }
}

async function exchange(engines: Readonly<Record<string, ExchangeEngine>>, letters: number): Promise<void> {
  for (let turn = 0; turn < 200; turn += 1) {
    for (const engine of Object.values(engines)) await engine.runOnce();
    const list = (await engines.A?.list({ limit: 100_000 })) ?? [];
    const confirmed = list
      .flatMap(({ deliveries }) => deliveries)
      .filter(({ state }) => state === 'CONFIRMED');
    if (confirmed.length === letters * RECIPIENTS.length) return;
    // Something is leased to a dead run of the past; it falls due by itself.
    if (turn > 3) await pause(20);
  }
}

async function outcome(engines: Readonly<Record<string, ExchangeEngine>>) {
  const sent = ((await engines.A?.list({ limit: 100_000 })) ?? []).map(({ id, deliveries }) => ({
    id,
    recipients: deliveries.map(({ recipient, state, receiptSha256 }) => ({
      recipient,
      state,
      receiptSha256,
    })),
  }));
  const received: Record<string, unknown> = {};
  for (const code of RECIPIENTS) {
    received[code] = ((await engines[code]?.inbox({ limit: 100_000 })) ?? []).map(
      ({ dispatchId, state, noticeSha256, files }) => ({
        id: dispatchId,
        state,
        receiptSha256: noticeSha256,
        files: files.map(({ sha256 }) => sha256),
      }),
    );
  }
  return { sent, received };
}

/** Every call to the centre is a step before and after. */
function watched(service: MailboxService, observe: () => void): MailboxService {
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    observe();
    const result = await work();
    observe();
    return result;
  };
  return {
    submit: (sender, submission) => around(() => service.submit(sender, submission)),
    postNotice: (from, notice) => around(() => service.postNotice(from, notice)),
    list: (owner, limit) => service.list(owner, limit),
    openItem: (owner, item) => service.openItem(owner, item),
    acknowledge: (owner, items) => around(() => service.acknowledge(owner, items)),
  };
}

if (process.argv[2] !== undefined) {
  const options = JSON.parse(process.argv[2]) as WorldOptions;
  if (options.before !== undefined) process.stdout.write(`${await runWorld(options.before)}\n`);
  process.stdout.write(`${await runWorld(options)}\n`);
  process.exit(0);
}
