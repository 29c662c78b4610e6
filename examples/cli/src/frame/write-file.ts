import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CliError } from './failure.ts';

/**
 * Writes a whole file or nothing: temporary name beside it, fsync, rename.
 *
 * @throws CliError `FILE_EXISTS` when the file is there and `force` is false.
 */
export async function writeWholeFile(path: string, data: Uint8Array | string, force: boolean): Promise<void> {
  if (!force && (await exists(path))) {
    throw new CliError('FILE_EXISTS', 'usage', `「${path}」已經存在。加 --force 可以覆寫，或換一個檔名`, {
      path,
    });
  }
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `.${basename(path)}.${process.pid}.${Date.now().toString(36)}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(data);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
