import { createHash } from 'node:crypto';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { readDispatch } from '@kcc/gongwen';
import { writeDurably } from '../../durable-write.ts';
import type { ExchangeEngine, InboxEntry } from '../../engine/engine.ts';
import { ExchangeError } from '../../exchange-error.ts';
import { type ByteSource, fileSource, readAll } from '../../seal/byte-source.ts';
import { utf8 } from '../../seal/encoding.ts';
import { syncFolder } from '../../store/blob-folder.ts';
import {
  baseName,
  type DropScanOptions,
  type DropSet,
  type DropWaiting,
  scanDropFolder,
} from './drop-scan.ts';

/** What one look at a drop folder did. */
export interface DropReport {
  /** Ids of dispatches that were queued. */
  readonly sent: readonly string[];
  /** Ids of letters that were put into `RCV`. */
  readonly received: readonly string[];
  readonly waiting: readonly DropWaiting[];
  /** Letters that were put aside into `ERR`, with the code of the reason. */
  readonly refused: readonly { readonly main: string; readonly code: string; readonly message: string }[];
}

/**
 * Serves a 公文管理系統 that exchanges by folders: takes complete sets out of `SND`, moves them to `SENT` when they are
 * durable, and puts received letters into `RCV`, each in a folder of its own.
 */
export async function serveDropFolder(
  engine: ExchangeEngine,
  folder: string,
  options: DropScanOptions = {},
): Promise<DropReport> {
  const send = join(folder, 'SND');
  await mkdir(send, { recursive: true });
  const { ready, waiting } = await scanDropFolder(send, options);
  const sent: string[] = [];
  const refused: { main: string; code: string; message: string }[] = [];
  for (const set of ready) {
    try {
      const id = await sendSet(engine, send, set);
      await moveSet(send, join(folder, 'SENT', id), set);
      sent.push(id);
    } catch (error) {
      if (!(error instanceof ExchangeError) || error.retryable || error.category !== 'document') throw error;
      // Refused for what it is: it must not be tried for ever, and it must not block the others.
      await moveSet(send, join(folder, 'ERR', stamp(set, options)), set);
      refused.push({ main: set.main, code: error.code, message: error.message });
    }
  }
  const received: string[] = [];
  for (const entry of await engine.inbox({ state: 'REGISTERED' })) {
    await deliver(engine, join(folder, 'RCV'), entry);
    received.push(entry.dispatchId);
  }
  return { sent, received, waiting, refused };
}

/** The id comes from the bytes: the same set dropped again is the same dispatch. */
async function sendSet(engine: ExchangeEngine, folder: string, set: DropSet): Promise<string> {
  const sources: [string, ByteSource][] = [];
  for (const file of set.files) sources.push([baseName(file), await fileSource(join(folder, file))]);
  const digest = createHash('sha256');
  for (const [name, source] of sources) {
    digest.update(`${name}\n${source.size}\n`);
    for await (const chunk of source.open()) digest.update(chunk);
  }
  const id = `drop-${digest.digest('hex').slice(0, 40)}`;
  const xml = sources.filter(([name]) => /\.(di|sw|dm)$/i.test(name));
  const inputs = await Promise.all(
    xml.map(async ([path, source]) => ({ path, bytes: await readAll(source.open()) })),
  );
  const { letter, roster } = await readDispatch(inputs);
  const recipients = (roster?.entries ?? []).flatMap((entry) =>
    entry.code === undefined
      ? []
      : [{ code: entry.code, unit: 'unitCode' in entry ? (entry.unitCode ?? '') : '', name: entry.name }],
  );
  if (recipients.length === 0)
    throw new ExchangeError('RECIPIENT_UNKNOWN', { details: { recipients: set.main } });
  await engine.send({
    id,
    recipients,
    files: sources.map(([name, content]) => ({ name, content, role: roleOf(name, set) })),
    envelope: { subject: letter !== undefined && 'subject' in letter ? letter.subject : set.main },
    operator: 'folder',
  });
  return id;
}

function roleOf(name: string, set: DropSet) {
  if (name === set.main) return 'print';
  return name === set.roster ? 'description' : 'other';
}

async function moveSet(from: string, to: string, set: DropSet): Promise<void> {
  await mkdir(to, { recursive: true });
  // The letter goes last: as long as it is there, the set is looked at again.
  for (const file of set.files.toReversed()) {
    await rename(join(from, file), join(to, baseName(file))).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
  await syncFolder(to);
}

/** Files first, a note last; a crash before `handOver` writes the same bytes again. */
async function deliver(engine: ExchangeEngine, folder: string, entry: InboxEntry): Promise<void> {
  const target = join(folder, `${entry.sender}-${entry.dispatchId}`);
  for (const file of entry.files) {
    await writeDurably(join(target, file.name), (await engine.openFile(file)).open());
  }
  const note = {
    id: entry.dispatchId,
    sender: { code: entry.sender, name: entry.senderName },
    subject: entry.subject,
    registeredAt: entry.registeredAt?.toISOString(),
    files: entry.files,
  };
  await writeDurably(join(target, 'received.json'), utf8(`${JSON.stringify(note, null, 2)}\n`));
  await engine.handOver({ dispatchId: entry.dispatchId, sender: entry.sender }, 'folder');
}

function stamp(set: DropSet, { now = () => new Date() }: DropScanOptions): string {
  return `${now().toISOString().replace(/[:.]/g, '-')}-${set.main}`;
}
