import { createHash } from 'node:crypto';
import { mkdir, open, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from '../../digest-of.ts';
import { ExchangeError } from '../../exchange-error.ts';
import { type ByteSource, fileSource } from '../../seal/byte-source.ts';

/** Keeps what was uploaded so far, so that a broken upload goes on where it stopped. */
export interface UploadDesk {
  offset(office: string, sha256: string): Promise<number>;
  /** Appends a part at its place; not taken when the place is another or its digest does not fit. Durable when it resolves. */
  append(
    office: string,
    sha256: string,
    part: { readonly at: number; readonly digest: string },
    body: AsyncIterable<Uint8Array>,
  ): Promise<{ readonly offset: number; readonly taken: boolean }>;
  complete(office: string, sha256: string): Promise<ByteSource>;
  forget(office: string, sha256: string): Promise<void>;
}

export function createUploadDesk(folder: string): UploadDesk {
  const busy = new Set<string>();
  const pathOf = (office: string, sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new ExchangeError('NOT_FOUND', { details: { what: sha256 } });
    const owner = digestOf(office).slice(0, 16);
    return join(folder, `${owner}-${sha256}`);
  };
  const sizeOf = (path: string) =>
    stat(path).then(
      ({ size }) => size,
      () => 0,
    );
  return {
    offset: (office, sha256) => sizeOf(pathOf(office, sha256)),
    async append(office, sha256, { at, digest }, body) {
      const path = pathOf(office, sha256);
      const offset = await sizeOf(path);
      if (busy.has(path) || at !== offset) return { offset, taken: false };
      busy.add(path);
      try {
        const taken = await appendTo(folder, path, offset, digest, body);
        return { offset: await sizeOf(path), taken };
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

/** Whatever does not end as the digest says is cut off again. */
async function appendTo(
  folder: string,
  path: string,
  offset: number,
  digest: string,
  body: AsyncIterable<Uint8Array>,
): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const file = await open(path, 'a', 0o600);
  const found = createHash('sha256');
  let whole = false;
  try {
    for await (const chunk of body) {
      found.update(chunk);
      await file.writeFile(chunk);
    }
    whole = found.digest('hex') === digest;
    return whole;
  } finally {
    if (!whole) await file.truncate(offset);
    await file.sync();
    await file.close();
  }
}
