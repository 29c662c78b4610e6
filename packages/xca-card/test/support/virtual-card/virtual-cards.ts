import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { need, OPENSC_MODULE, PCSCD, VPCD } from '../requirement.ts';
import type { PivCardOptions } from './piv-card.ts';
import type { CardAnswer, CardOrder } from './virtual-card-process.ts';

/** pcscd with two virtual readers, cards to put into them, and OpenSC's PKCS#11 module to reach them. */
export interface VirtualCards {
  readonly module: string;
  /** For everything that loads libpcsclite. */
  readonly env: Readonly<Record<string, string>>;
  make(card: PivCardOptions): Promise<void>;
  /** Resolves when pcscd sees the card. */
  insert(slot: number, card: string): Promise<void>;
  /** Takes the card out at once; pcscd notices a moment later. */
  pull(slot: number): Promise<void>;
  /** Resolves when pcscd sees the empty reader. */
  remove(slot: number): Promise<void>;
  /** Milliseconds that cards in this reader take for each command. */
  setLatency(slot: number, latency: number): Promise<void>;
  /** Gives the card its first PIN and all tries again. */
  restore(card: string): Promise<void>;
  /** As if another program had changed the PIN. */
  setPin(card: string, pin: string): Promise<void>;
  state(card: string): Promise<CardState>;
  stop(): Promise<void>;
}

export interface CardState {
  readonly pinTries: number;
  /** Commands that carried a PIN or PUK. */
  readonly secrets: number;
  readonly privateOperations: number;
}

const PORT = 35_963;

export async function startVirtualCards(): Promise<VirtualCards> {
  need(PCSCD, VPCD, OPENSC_MODULE);
  const folder = mkdtempSync(join(tmpdir(), 'kcc-pcsc-'));
  const runFolder = join(folder, 'run');
  mkdirSync(runFolder);
  const config = join(folder, 'reader.conf');
  writeFileSync(
    config,
    `FRIENDLYNAME "Test Reader"\nDEVICENAME /dev/null:${PORT}\nLIBPATH ${VPCD.file}\nCHANNELID ${PORT}\n`,
  );
  const child = startProcess();
  const give = channel(child);
  const socket = join(runFolder, 'pcscd.comm');
  await give({ order: 'start', pcscd: PCSCD.file, config, runFolder, port: PORT });
  if (!(await until(() => existsSync(socket), 5_000))) throw new Error('pcscd did not start');
  const env = { PCSCLITE_CSOCK_NAME: socket };
  const seen = async (slot: number, present: boolean) => {
    const { listPcscReaders } = await import('../../../src/drivers/pkcs11/presence.ts');
    const name = `Test Reader 00 0${slot}`;
    const looks = async () => {
      const readers = await listPcscReaders(env);
      return readers?.find((reader) => reader.name === name)?.present === present;
    };
    if (!(await until(looks, 5_000)))
      throw new Error(`pcscd does not see slot ${slot} ${present ? 'full' : 'empty'}`);
  };
  return {
    module: OPENSC_MODULE.file,
    env,
    make: async (card) => void (await give({ order: 'make', card })),
    insert: async (slot, card) => {
      await give({ order: 'insert', slot, card });
      await seen(slot, true);
    },
    pull: async (slot) => void (await give({ order: 'remove', slot })),
    remove: async (slot) => {
      await give({ order: 'remove', slot });
      await seen(slot, false);
    },
    setLatency: async (slot, latency) => void (await give({ order: 'latency', slot, latency })),
    restore: async (card) => void (await give({ order: 'restore', card })),
    setPin: async (card, pin) => void (await give({ order: 'setPin', card, pin })),
    // The process answers this order with the counters.
    state: async (card) => (await give({ order: 'state', card })) as CardState,
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startProcess(): ChildProcess {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  const entry = fileURLToPath(new URL('./virtual-card-process.ts', import.meta.url));
  return spawn('unshare', ['--mount', '--net', process.execPath, '--import', tsx, entry], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
}

function channel(child: ChildProcess): (order: CardOrder) => Promise<unknown> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let nextId = 1;
  child.on('message', (answer: CardAnswer) => {
    const { resolve, reject } = waiting.get(answer.id) ?? {};
    waiting.delete(answer.id);
    if (answer.error === undefined) resolve?.(answer.value);
    else reject?.(new Error(answer.error));
  });
  child.once('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('the process of the virtual cards ended'));
  });
  return (order) =>
    new Promise((resolve, reject) => {
      const id = nextId;
      nextId += 1;
      waiting.set(id, { resolve, reject });
      child.send({ ...order, id });
    });
}

/** Waits until the condition holds or the time is over. */
export async function until(condition: () => boolean | Promise<boolean>, limit: number): Promise<boolean> {
  const end = performance.now() + limit;
  while (performance.now() < end) {
    if (await condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return await condition();
}
