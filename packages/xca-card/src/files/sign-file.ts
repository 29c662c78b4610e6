import { createHash, randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Signer } from '../card/card.ts';
import type { SignOptions } from '../cms/sign.ts';
import { type StreamOptions, signCmsAttachedStream, signCmsStream } from '../cms/sign-stream.ts';
import { openByteFile } from './byte-file.ts';
import { nodeName } from './file-content.ts';

/**
 * Signs a file of any size without loading it; the signature is detached.
 *
 * @returns DER of the signature
 */
export async function signFile(
  path: string,
  signer: Signer,
  options: Omit<SignOptions, 'detached'> = {},
): Promise<Uint8Array> {
  const file = await openByteFile(path);
  try {
    return await signCmsStream(file.pieces(0, file.size), signer, streamOptions(options));
  } finally {
    await file.close();
  }
}

/**
 * Signs a file of any size into a message that contains it. The message appears under its name only when it is complete.
 *
 * @param target path of the message; an existing file is replaced
 */
export async function signFileAttached(
  path: string,
  target: string,
  signer: Signer,
  options: Omit<SignOptions, 'detached'> = {},
): Promise<void> {
  const file = await openByteFile(path);
  const temporary = join(dirname(target), `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    const output = await open(temporary, 'wx');
    try {
      const message = signCmsAttachedStream(file.pieces(0, file.size), signer, streamOptions(options));
      for await (const piece of message) await output.writeFile(piece);
      await output.sync();
    } finally {
      await output.close();
    }
    await rename(temporary, target);
  } finally {
    await file.close();
    await rm(temporary, { force: true });
  }
}

function streamOptions(options: Omit<SignOptions, 'detached'>): StreamOptions {
  return { ...options, createHash: (hash) => createHash(nodeName(hash)) };
}
