import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../../frame/command.ts';
import type { ProductFile, Stage, Step } from './record.ts';

/** The demonstration while it runs: its folder, its day, its clock and what it has said so far. */
export interface Journey {
  readonly folder: string;
  /** Folder of the durable state: card, stores, centre. */
  readonly state: string;
  /** Day of the demonstration, ISO; the same when a broken run goes on. */
  readonly day: string;
  readonly stages: readonly Stage[];
  /** Begins a stage. */
  stage(title: string): void;
  /** Does one step, says it with its time, and gives back its result. */
  step<T>(label: string, work: () => Promise<T>): Promise<T>;
  /** Writes a product whole, over an older one. */
  save(path: string, label: string, data: Uint8Array | string): Promise<ProductFile>;
  /** Marks the journey as ended: the next one in this folder begins anew. */
  finish(): Promise<void>;
}

/** What the state folder remembers of a run. */
interface Log {
  readonly day: string;
  readonly finished: boolean;
}

interface OpenStage {
  readonly title: string;
  readonly steps: Step[];
}

/** Opens the demonstration's folder: goes on with a run that was broken off, begins anew after one that ended. */
export async function openJourney(context: Context, folder: string): Promise<Journey> {
  const state = join(folder, 'state');
  const log = join(state, 'journey.json');
  if ((await readLog(log))?.finished) await discard(state);
  const day = (await readLog(log))?.day ?? localDay(context.now());
  await mkdir(state, { recursive: true });
  const write = (finished: boolean) =>
    context.writeOutput(log, JSON.stringify({ day, finished } satisfies Log), true);
  await write(false);
  const stages: OpenStage[] = [];
  const say = (line: string) => (context.json ? context.note(line) : context.out(`${line}\n`));
  return {
    folder,
    state,
    day,
    stages,
    stage(title) {
      stages.push({ title, steps: [] });
      say(`\n${title}`);
    },
    async step(label, work) {
      const started = performance.now();
      const result = await work();
      const milliseconds = performance.now() - started;
      stages.at(-1)?.steps.push({ label, milliseconds });
      say(`  ✔ ${label}（${Math.round(milliseconds)} ms）`);
      return result;
    },
    async save(path, label, data) {
      await context.writeOutput(join(folder, path), data, true);
      return { path, label, bytes: typeof data === 'string' ? Buffer.byteLength(data) : data.length };
    },
    finish: () => write(true),
  };
}

async function readLog(path: string): Promise<Log | undefined> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Moved away first, so that a kill never leaves half a state under its name. */
async function discard(state: string): Promise<void> {
  const old = `${state}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(state, old);
  await rm(old, { recursive: true, force: true });
}

/** Today in Taiwan, ISO. */
function localDay(now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Taipei' }).format(now);
}
