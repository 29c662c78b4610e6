import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createPivCard, type PivCard, type PivCardOptions } from './piv-card.ts';
import { createVirtualReader, type VirtualReader } from './virtual-reader.ts';

/** Orders of the test to the process that holds the cards; each is answered with its id. */
export type CardOrder =
  | {
      readonly order: 'start';
      readonly pcscd: string;
      readonly config: string;
      readonly runFolder: string;
      readonly port: number;
    }
  | { readonly order: 'make'; readonly card: PivCardOptions }
  | { readonly order: 'insert'; readonly slot: number; readonly card: string }
  | { readonly order: 'remove'; readonly slot: number }
  | { readonly order: 'latency'; readonly slot: number; readonly latency: number }
  | { readonly order: 'restore'; readonly card: string }
  | { readonly order: 'setPin'; readonly card: string; readonly pin: string }
  | { readonly order: 'state'; readonly card: string };

export interface CardAnswer {
  readonly id: number;
  readonly error?: string;
  readonly value?: unknown;
}

const cards = new Map<string, PivCard>();
const readers: VirtualReader[] = [];
let daemon: ChildProcess | undefined;

async function obey(message: CardOrder): Promise<unknown> {
  switch (message.order) {
    case 'start':
      return start(message.pcscd, message.config, message.runFolder, message.port);
    case 'make':
      cards.set(message.card.name, createPivCard(message.card));
      return undefined;
    case 'insert':
      return await readerAt(message.slot).insert(cardNamed(message.card));
    case 'remove':
      return readerAt(message.slot).remove();
    case 'restore':
      return cardNamed(message.card).restore();
    case 'setPin':
      return cardNamed(message.card).setPin(message.pin);
    case 'latency':
      readerAt(message.slot).latency = message.latency;
      return undefined;
    case 'state': {
      const { pinTries, counters } = cardNamed(message.card);
      return { pinTries, ...counters };
    }
  }
}

/**
 * Starts pcscd where only this process can reach its reader: the run folder is a bind mount in our mount namespace, and
 * vpcd, which listens on every address, finds nothing but a loopback in our network namespace. Acknowledging at once
 * saves 40 ms a command, because vpcd writes length and command apart.
 */
function start(pcscd: string, config: string, runFolder: string, port: number): void {
  run('mkdir', ['-p', '/run/pcscd']);
  run('mount', ['--bind', runFolder, '/run/pcscd']);
  run('ip', ['link', 'set', 'lo', 'up']);
  run('ip', ['route', 'change', 'local', '127.0.0.1', 'dev', 'lo', 'table', 'local', 'quickack', '1']);
  daemon = spawn(pcscd, ['--foreground', '--config', config], { stdio: 'ignore' });
  readers.push(createVirtualReader(port), createVirtualReader(port + 1));
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
}

function readerAt(slot: number): VirtualReader {
  const reader = readers[slot];
  if (reader === undefined) throw new Error(`no reader ${slot}`);
  return reader;
}

function cardNamed(name: string): PivCard {
  const card = cards.get(name);
  if (card === undefined) throw new Error(`no card ${name}`);
  return card;
}

process.on('message', (message: CardOrder & { readonly id: number }) => {
  obey(message).then(
    (value) => process.send?.({ id: message.id, value } satisfies CardAnswer),
    (error: unknown) => process.send?.({ id: message.id, error: String(error) } satisfies CardAnswer),
  );
});
process.on('disconnect', () => {
  if (daemon === undefined || daemon.exitCode !== null) process.exit(0);
  daemon.once('exit', () => process.exit(0));
  daemon.kill('SIGKILL');
});
