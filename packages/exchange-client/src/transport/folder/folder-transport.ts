import { createHash } from 'node:crypto';
import { readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../../digest-of.ts';
import { writeDurably } from '../../durable-write.ts';
import { ExchangeError } from '../../exchange-error.ts';
import { type ByteSource, bytesSource, fileSource } from '../../seal/byte-source.ts';
import { utf8 } from '../../seal/encoding.ts';
import type { Progress, Submission, SubmitOutcome, Transport, TransportItem } from '../transport.ts';

export interface FolderTransportOptions {
  /** Folder that both sides see; each office has a folder of its code in it. */
  readonly root: string;
  readonly office: { readonly code: string; readonly name: string };
  readonly now?: () => Date;
}

/** What lies beside each body, and is written after it: an item is there only when both are. */
interface ItemNote {
  readonly kind: TransportItem['kind'];
  readonly from: string;
  readonly fromName: string;
  readonly dispatchId: string;
  readonly recipient: string;
  readonly sha256: string;
  readonly size: number;
}

const NOTE = '.item.json';

/**
 * Exchanges through folders that someone else carries, such as SFTP or a shared disk. A body is written first and its
 * note after it, each under a temporary name, so a half-copied item is never seen.
 */
export function createFolderTransport(options: FolderTransportOptions): Transport {
  const { root, office, now = () => new Date() } = options;
  const inbox = (code: string) => join(root, code, 'in');
  const own = inbox(office.code);
  return {
    name: 'folder',
    destinationOf: (recipient) => `folder:${recipient}`,
    submit: (submission) => submit(root, office, submission),
    async sendNotice({ to, dispatchId, bytes }) {
      if (!(await isFolder(inbox(to)))) throw refused(to);
      await putItem(inbox(to), office, 'notice', dispatchId, office.code, bytesSource(bytes));
    },
    async poll({ limit }) {
      if (!(await isFolder(own))) throw refused(office.code);
      const names = (await readdir(own)).filter((name) => name.endsWith(NOTE)).sort();
      const items: TransportItem[] = [];
      for (const name of names) {
        if (items.length >= limit) break;
        const item = await readItem(own, name);
        if (item !== undefined) items.push(item);
      }
      return items;
    },
    open: (item) => openBody(own, item),
    async acknowledge(items) {
      for (const item of items) {
        const note = await readNote(own, `${item.item}${NOTE}`);
        if (note === undefined) continue;
        if (note.kind === 'package') await tellSender(inbox(note.from), office, note, now());
        await moveAway(own, join(root, office.code, 'done'), item.item);
      }
    },
  };
}

/** Makes the folders of an office, which is its registration here. */
export async function createOfficeFolder(root: string, code: string): Promise<void> {
  await writeDurably(join(root, code, 'in', '.keep'), new Uint8Array(0));
  await writeDurably(join(root, code, 'done', '.keep'), new Uint8Array(0));
}

type Sender = FolderTransportOptions['office'];

async function submit(
  root: string,
  office: Sender,
  submission: Submission,
): Promise<readonly SubmitOutcome[]> {
  const outcomes: SubmitOutcome[] = [];
  for (const { recipient, code } of submission.recipients) {
    const folder = join(root, code, 'in');
    if (!/^[A-Za-z0-9]+$/.test(code) || !(await isFolder(folder))) {
      outcomes.push({ recipient, outcome: 'refused', reason: 'NOT_REGISTERED' });
      continue;
    }
    await putItem(folder, office, 'package', submission.id, recipient, submission.package);
    outcomes.push({ recipient, outcome: 'accepted' });
  }
  return outcomes;
}

async function putItem(
  folder: string,
  office: Sender,
  kind: TransportItem['kind'],
  dispatchId: string,
  recipient: string,
  source: ByteSource,
): Promise<void> {
  const digest = createHash('sha256');
  for await (const chunk of source.open()) digest.update(chunk);
  const sha256 = digest.digest('hex');
  const note: ItemNote = {
    kind,
    from: office.code,
    fromName: office.name,
    dispatchId,
    recipient,
    sha256,
    size: source.size,
  };
  // The same item has the same name, so writing it again changes nothing.
  const key = digestOf(JSON.stringify(note)).slice(0, 32);
  const name = `${dispatchId}-${key}`;
  await writeDurably(join(folder, name), source.open());
  await writeDurably(join(folder, `${name}${NOTE}`), utf8(JSON.stringify(note)));
}

async function readItem(folder: string, noteName: string): Promise<TransportItem | undefined> {
  const item = noteName.slice(0, -NOTE.length);
  const note = await readNote(folder, noteName);
  const body = await stat(join(folder, item)).catch(() => undefined);
  // Carried by others, a body may still be on its way although its note is here.
  if (note === undefined || body?.size !== note.size) return undefined;
  const { kind, from, fromName, dispatchId, sha256, size } = note;
  return { item, kind, from, fromName, dispatchId, sha256, size };
}

async function readNote(folder: string, name: string): Promise<ItemNote | undefined> {
  try {
    // Checked by use: a wrong field makes an item that no engine accepts.
    return JSON.parse(await readFile(join(folder, name), 'utf8')) as ItemNote;
  } catch {
    return undefined;
  }
}

function openBody(folder: string, { item, size }: TransportItem): ByteSource {
  return {
    size,
    async *open(from = 0) {
      const source = await fileSource(join(folder, item)).catch(() => undefined);
      if (source === undefined) throw new ExchangeError('NOT_FOUND', { details: { what: item } });
      yield* source.open(from);
    },
  };
}

async function tellSender(folder: string, office: Sender, note: ItemNote, now: Date): Promise<void> {
  if (!(await isFolder(folder))) return;
  const progress: Progress = {
    dispatchId: note.dispatchId,
    recipient: note.recipient,
    state: 'DELIVERED',
    at: now.toISOString(),
  };
  const content = bytesSource(utf8(JSON.stringify(progress)));
  await putItem(folder, office, 'progress', note.dispatchId, note.recipient, content);
}

/** The note goes first: without it the body is no item any more. */
async function moveAway(from: string, to: string, item: string): Promise<void> {
  for (const name of [`${item}${NOTE}`, item]) {
    await rename(join(from, name), join(to, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
}

function refused(code: string): ExchangeError {
  return new ExchangeError('TRANSPORT_REFUSED', {
    details: { status: 'folder', reason: `沒有 ${code} 的資料夾` },
  });
}
