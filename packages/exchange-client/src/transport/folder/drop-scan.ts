import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { decodeBytes, type EntityDeclaration, parseXml } from '@kcc/gongwen';

/** A letter with all the files that it names, complete and at rest. */
export interface DropSet {
  /** Path of the DI file, relative to the drop folder. */
  readonly main: string;
  /** Every file of the set, the DI first, relative to the drop folder. */
  readonly files: readonly string[];
  /** File name of the roster (SW) among them. */
  readonly roster?: string;
}

/** A letter that cannot be taken yet, and why. */
export interface DropWaiting {
  readonly main: string;
  readonly reason: 'changing' | 'missing' | 'unreadable';
  /** The file that is changing or missing. */
  readonly file: string;
}

export interface DropScan {
  readonly ready: readonly DropSet[];
  readonly waiting: readonly DropWaiting[];
}

export interface DropScanOptions {
  /** How long size and time of every file must not have changed, milliseconds. Default 5000. */
  readonly stableMs?: number;
  readonly now?: () => Date;
}

/** Folders under the drop folder that hold attachments in the field. */
const ATTACHMENT_FOLDERS = ['.', 'Attch', 'attch', 'ATTCH'];

/**
 * Looks for letters (`*.di`) whose every declared file is there and at rest. File names are compared without regard to
 * letter case, as the field needs.
 */
export async function scanDropFolder(folder: string, options: DropScanOptions = {}): Promise<DropScan> {
  const { stableMs = 5000, now = () => new Date() } = options;
  const names = await listFiles(folder);
  const ready: DropSet[] = [];
  const waiting: DropWaiting[] = [];
  for (const main of names.filter((name) => /\.di$/i.test(name) && !name.includes('/'))) {
    const found = await gather(folder, main, names);
    if ('reason' in found) {
      waiting.push(found);
      continue;
    }
    const moving = await firstChanging(folder, found.files, now().getTime() - stableMs);
    if (moving === undefined) ready.push(found);
    else waiting.push({ main, reason: 'changing', file: moving });
  }
  return { ready, waiting };
}

async function gather(
  folder: string,
  main: string,
  names: readonly string[],
): Promise<DropSet | DropWaiting> {
  const bytes = new Uint8Array(await readFile(join(folder, main)));
  const { document } = parseXml(decodeBytes(bytes).text);
  if (document === undefined) return { main, reason: 'unreadable', file: main };
  const declared = (document.prolog.doctype?.entities ?? []).filter(isFile);
  const files = [main];
  let roster: string | undefined;
  for (const { systemId = '', notation } of declared) {
    const wanted = systemId.split(/[\\/]/).at(-1) ?? '';
    const found = names.find((name) => baseName(name).toLowerCase() === wanted.toLowerCase());
    if (found === undefined) return { main, reason: 'missing', file: wanted };
    if (!files.includes(found)) files.push(found);
    if (notation === 'DI') roster = baseName(found);
  }
  return { main, files, ...(roster === undefined ? {} : { roster }) };
}

function isFile({ notation, systemId, parameter }: EntityDeclaration): boolean {
  return notation !== undefined && systemId !== undefined && parameter !== true;
}

async function firstChanging(
  folder: string,
  files: readonly string[],
  before: number,
): Promise<string | undefined> {
  for (const file of files) {
    const info = await stat(join(folder, file)).catch(() => undefined);
    if (info === undefined || info.mtimeMs > before) return file;
  }
  return undefined;
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const sub of ATTACHMENT_FOLDERS) {
    const entries = await readdir(join(folder, sub), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = relative(folder, join(folder, sub, entry.name)).replaceAll('\\', '/');
      // Names with a leading dot are still being written.
      if (entry.isFile() && !entry.name.startsWith('.') && !found.includes(path)) found.push(path);
    }
  }
  return found;
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
