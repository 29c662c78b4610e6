import { createPublicKey, createVerify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { PublicKey } from '../certificate/public-key.ts';
import { parseCrl } from '../certificate/revocation/crl.ts';
import { type CrlList, listInMemory } from '../certificate/revocation/crl-list.ts';
import { entryOf, type RevokedEntry, scanEntries } from '../certificate/revocation/crl-scan.ts';
import { schemeOf } from '../certificate/signature-algorithm.ts';
import { concatBytes } from '../der/bytes.ts';
import { DerError } from '../der/element.ts';
import { TAG } from '../der/tags.ts';
import { sequence } from '../der/write.ts';
import { CardError } from '../errors/card-error.ts';
import { type ByteFile, openByteFile } from './byte-file.ts';
import { nodeName } from './file-content.ts';
import { endOf, type Head, headAt } from './file-head.ts';

/** Where the parts of a CRL lie in its file. */
interface Layout {
  /** tbsCertList, head included. */
  readonly tbs: { readonly offset: number; readonly length: number };
  /** Content of the revokedCertificates; empty when there are none. */
  readonly entries: { readonly offset: number; readonly end: number };
}

/**
 * Opens a binary CRL of any size without loading it: head and foot are read now, entries and signature in pieces when
 * they are asked for.
 *
 * @throws CardError `CRL_MALFORMED`
 */
export async function openCrlFile(path: string): Promise<CrlList> {
  const file = await openByteFile(path);
  try {
    const { layout, small } = await readLayout(file);
    const head = parseCrl(small);
    // In a list of several issuers each entry depends on those before it; such lists are small.
    if (head.scope.indirect) return listInMemory(parseCrl(new Uint8Array(await readFile(path))));
    const { tbs: _, entries: __, ...rest } = head;
    return {
      ...rest,
      find: (serial) => withFile(path, (again) => find(again, layout, serial)),
      isSignedBy: (key) => withFile(path, (again) => isSignedBy(again, layout, head, key)),
    };
  } catch (cause) {
    if (!(cause instanceof DerError)) throw cause;
    throw new CardError('CRL_MALFORMED', { details: { reason: cause.message }, cause });
  } finally {
    await file.close();
  }
}

/** Finds the entries, and makes the same list without them, small enough to be read as a whole. */
async function readLayout(file: ByteFile): Promise<{ layout: Layout; small: Uint8Array }> {
  const list = await headAt(file, 0, TAG.sequence);
  if (endOf(list) !== file.size) throw new DerError('bytes after the end');
  const tbs = await headAt(file, list.contentStart, TAG.sequence);
  const before = await fieldsBeforeEntries(file, tbs);
  const entries = before < endOf(tbs) ? await headAt(file, before) : undefined;
  const hasEntries = entries?.tag === TAG.sequence;
  const after = hasEntries ? endOf(entries) : before;
  const start = await file.read(tbs.contentStart, before - tbs.contentStart);
  const rest = await file.read(after, endOf(tbs) - after);
  const foot = await file.read(endOf(tbs), file.size - endOf(tbs));
  return {
    layout: {
      tbs: { offset: list.contentStart, length: endOf(tbs) - list.contentStart },
      entries: hasEntries ? { offset: entries.contentStart, end: after } : { offset: before, end: before },
    },
    small: sequence(sequence(start, rest), foot),
  };
}

/** Offset after version, algorithm, issuer and the two times. */
async function fieldsBeforeEntries(file: ByteFile, tbs: Head): Promise<number> {
  let offset = tbs.contentStart;
  const first = await headAt(file, offset);
  if (first.tag === TAG.integer) offset = endOf(first);
  for (let field = 0; field < 3; field++) offset = endOf(await headAt(file, offset));
  if (offset >= endOf(tbs)) return offset;
  const next = await headAt(file, offset);
  return next.tag === TAG.utcTime || next.tag === TAG.generalizedTime ? endOf(next) : offset;
}

async function find(
  file: ByteFile,
  { entries }: Layout,
  serial: Uint8Array,
): Promise<RevokedEntry | undefined> {
  let rest: Uint8Array = new Uint8Array();
  let unknownCritical = false;
  for await (const piece of file.pieces(entries.offset, entries.end - entries.offset)) {
    const bytes = rest.length > 0 ? concatBytes([rest, piece]) : piece;
    const result = scanEntries(bytes, 0, bytes.length, serial);
    if (result.entry) return result.entry;
    unknownCritical ||= result.unknownCritical;
    rest = bytes.slice(result.next);
  }
  return entryOf({ unknownCritical }, rest.length === 0);
}

async function isSignedBy(
  file: ByteFile,
  { tbs }: Layout,
  head: Pick<CrlList, 'signatureAlgorithm' | 'signature'>,
  key: PublicKey,
): Promise<boolean> {
  const scheme = schemeOf(head.signatureAlgorithm);
  const fits =
    (scheme?.kind === 'rsa-pkcs1' && key.kind === 'rsa') || (scheme?.kind === 'ecdsa' && key.kind === 'ec');
  if (!fits) return false;
  const verifier = createVerify(nodeName(scheme.hash));
  for await (const piece of file.pieces(tbs.offset, tbs.length)) verifier.update(piece);
  const publicKey = createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' });
  return verifier.verify(publicKey, head.signature);
}

async function withFile<T>(path: string, use: (file: ByteFile) => Promise<T>): Promise<T> {
  const file = await openByteFile(path);
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}
