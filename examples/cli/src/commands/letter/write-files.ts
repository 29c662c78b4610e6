import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Context } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';

/** A file to be written, or that was. */
export interface OutputFile {
  readonly path: string;
  readonly role: string;
  readonly bytes: Uint8Array;
}

export interface FileReport {
  readonly path: string;
  readonly role: string;
  readonly sha256: string;
}

/**
 * Writes the files of a dispatch into a folder: all of them or, when one is in the way, none.
 *
 * @throws CliError `OUTPUT_EXISTS` when a file is there and `force` is not given
 */
export async function writeFiles(
  context: Context,
  folder: string,
  files: readonly OutputFile[],
  force: boolean,
): Promise<readonly FileReport[]> {
  const target = resolve(context.cwd, folder);
  const inTheWay = force ? [] : files.filter(({ path }) => existsSync(join(target, path)));
  if (inTheWay.length > 0) {
    const names = inTheWay.map(({ path }) => path);
    throw new CliError('OUTPUT_EXISTS', 'usage', `已有同名檔案：${names.join('、')}；要覆寫請加 --force`, {
      files: names,
    });
  }
  await mkdir(target, { recursive: true });
  for (const { path, bytes } of files) await context.writeOutput(join(folder, path), bytes, force);
  // Loaded only by commands that write: starting a reading command must not wait for it.
  const { createHash } = await import('node:crypto');
  return files.map(({ path, role, bytes }) => ({
    path: join(folder, path),
    role,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
}

export const fileLines = (files: readonly FileReport[]): readonly string[] =>
  files.map(({ path, role, sha256 }) => `✔ ${path}　${role}　${sha256.slice(0, 16)}…`);
