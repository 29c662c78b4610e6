import { randomUUID } from 'node:crypto';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { CardError } from '../../errors/card-error.ts';

export interface FolderLock {
  readonly path: string;
  readonly waitMs: number;
}

const RETRY_MS = 15;
/** Nobody works on a lock's take-over longer than this; an older take-over file was left by a killed process. */
const TAKEOVER_MS = 5_000;

/**
 * Runs with a lock file that other processes respect. The file names its process; that of a process which no longer
 * lives is taken over, so that a kill never locks a folder for good.
 */
export async function withFolderLock<T>(lock: FolderLock, run: () => Promise<T>): Promise<T> {
  const token = `${process.pid} ${randomUUID()}`;
  const deadline = performance.now() + lock.waitMs;
  while (!(await create(lock.path, token))) {
    if (await isAbandoned(lock.path)) await takeOver(lock.path);
    else if (performance.now() > deadline) throw new CardError('STORE_BUSY');
    else await pause(RETRY_MS);
  }
  try {
    return await run();
  } finally {
    await rm(lock.path, { force: true });
  }
}

async function create(path: string, content: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(content);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** True when the lock's process is gone, or died before it could write its number. */
async function isAbandoned(path: string): Promise<boolean> {
  const content = await readFile(path, 'utf8').catch(() => undefined);
  if (content === undefined) return false;
  const pid = Number.parseInt(content, 10);
  if (Number.isInteger(pid)) return !isAlive(pid);
  return (await ageOf(path)) > TAKEOVER_MS;
}

/** Removes an abandoned lock; a second file makes sure that one process at a time does so and that none removes a live lock. */
async function takeOver(path: string): Promise<void> {
  const guard = `${path}.takeover`;
  if (!(await create(guard, String(process.pid)))) {
    if ((await ageOf(guard)) > TAKEOVER_MS) await rm(guard, { force: true });
    await pause(RETRY_MS);
    return;
  }
  try {
    if (await isAbandoned(path)) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

async function ageOf(path: string): Promise<number> {
  const status = await stat(path).catch(() => undefined);
  return status === undefined ? 0 : Date.now() - status.mtimeMs;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
