import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { DispatchInput } from '@kcc/gongwen';
import type { Context } from '../../frame/command.ts';

/**
 * A letter with those of its files that stand beside it: roster, message, attachments.
 *
 * Only the last part of a name counts, so that no file outside the letter's folder is ever read.
 */
export async function withSiblings(context: Context, path: string): Promise<readonly DispatchInput[]> {
  const main = { path: path === '-' ? 'stdin.di' : basename(path), bytes: await context.readInput(path) };
  if (path === '-') return [main];
  const { attachmentsOf, readLetter } = await import('@kcc/gongwen/reading');
  const { letter, linked } = readLetter(main.bytes);
  const named = [linked?.roster, linked?.message, ...(letter ? attachmentsOf(letter) : []).map(fileNameOf)];
  const names = new Set(named.flatMap((name) => (name ? [basename(name)] : [])));
  names.delete(main.path);
  const folder = dirname(resolve(context.cwd, path));
  const found = await Promise.all([...names].map((name) => readIfThere(folder, name)));
  return [main, ...found.flatMap((file) => (file ? [file] : []))];
}

const fileNameOf = ({ fileName }: { readonly fileName: string }) => fileName;

/** A file of a folder, or undefined when there is none. */
export async function readIfThere(folder: string, name: string): Promise<DispatchInput | undefined> {
  try {
    return { path: name, bytes: new Uint8Array(await readFile(resolve(folder, name))) };
  } catch (error) {
    const missing =
      error instanceof Error && 'code' in error && ['ENOENT', 'EISDIR'].includes(String(error.code));
    if (missing) return undefined;
    throw error;
  }
}
