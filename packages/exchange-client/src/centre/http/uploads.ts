import { createHash } from 'node:crypto';
import { mkdir, open, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ExchangeError } from '../../exchange-error.ts';
import { type ByteSource, fileSource } from '../../seal/byte-source.ts';

/** Keeps what was uploaded so far, so that a broken upload goes on where it stopped. */
export interface UploadDesk {
  offset(office: string, sha256: string): Promise<number>;
  /** Appends a part at its place; `taken` is false when the place is another. Durable when it resolves. */
  append(
    office: string,
    sha256: string,
    at: number,
    body: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly offset: number; readonly taken: boolean }>;
  complete(office: string, sha256: string): Promise<ByteSource>;
  forget(office: string, sha256: string): Promise<void>;
}

export function createUploadDesk(folder: string): UploadDesk {
  const busy = new Set<string>();
  const pathOf = (office: string, sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new ExchangeError('NOT_FOUND', { details: { what: sha256 } });
    const owner = createHash('sha256').update(office).digest('hex').slice(0, 16);
    return join(folder, `${owner}-${sha256}`);
  };
  const sizeOf = (path: string) =>
    stat(path).then(
      ({ size }) => size,
      () => 0,
    );
  return {
    offset: (office, sha256) => sizeOf(pathOf(office, sha256)),
    async append(office, sha256, at, body) {
      const path = pathOf(office, sha256);
      const offset = await sizeOf(path);
      if (busy.has(path) || at !== offset) return { offset, taken: false };
      busy.add(path);
      try {
        await appendTo(folder, path, body);
        return { offset: await sizeOf(path), taken: true };
      } finally {
        busy.delete(path);
      }
    },
    async complete(office, sha256) {
      const path = pathOf(office, sha256);
      if ((await sizeOf(path)) === 0) {
        throw new ExchangeError('NOT_FOUND', { details: { what: sha256 }, retryable: true });
      }
      return fileSource(path);
    },
    forget: (office, sha256) => unlink(pathOf(office, sha256)).catch(() => undefined),
  };
}

async function appendTo(folder: string, path: string, body: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = await open(path, 'a', 0o600);
  try {
    for await (const chunk of body) await file.writeFile(chunk);
  } finally {
    await file.sync();
    await file.close();
  }
}
