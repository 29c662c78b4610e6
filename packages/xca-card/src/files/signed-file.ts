import { reading } from '../cms/content-info.ts';
import { readSignedData, type SignedData } from '../cms/signed-data.ts';
import { toDefinite } from '../der/ber.ts';
import { DerError, readWhole } from '../der/element.ts';
import { contextTag, TAG } from '../der/tags.ts';
import { sequence } from '../der/write.ts';
import type { ByteFile } from './byte-file.ts';
import { endOf, type Head, headAt, parseHead } from './file-head.ts';

/** Most bytes of certificates, CRLs and signatures; only the content may be large. */
const MAX_TRAILER = 64 << 20;

/** A part of a file. */
export interface Range {
  readonly offset: number;
  readonly length: number;
}

/** A signed message whose content stays in its file. */
export interface SignedFile {
  readonly data: SignedData;
  /** Where the attached content lies, in one or more pieces; undefined when it is detached. */
  readonly content?: readonly Range[];
}

/**
 * Reads a binary SignedData without loading its content, DER or BER.
 *
 * @throws CardError `CMS_MALFORMED`
 */
export async function readSignedFile(file: ByteFile): Promise<SignedFile> {
  const message = await headAt(file, 0, TAG.sequence);
  const type = await headAt(file, message.contentStart, TAG.oid);
  const explicit = await headAt(file, endOf(type), contextTag(0));
  const signedData = await headAt(file, explicit.contentStart, TAG.sequence);
  const version = await headAt(file, signedData.contentStart, TAG.integer);
  const algorithms = await headAt(file, endOf(version), TAG.set);
  const encapsulated = await headAt(file, endOf(algorithms), TAG.sequence);
  const contentType = await headAt(file, encapsulated.contentStart, TAG.oid);
  const { ranges, after } = await readContent(file, encapsulated, endOf(contentType));
  const trailer = await readTrailer(file, after, signedData);
  const start = await file.read(signedData.contentStart, endOf(algorithms) - signedData.contentStart);
  const name = await file.read(encapsulated.contentStart, endOf(contentType) - encapsulated.contentStart);
  // The same SignedData as if it were detached, which is small enough to read as a whole.
  const data = reading(() => readSignedData(readWhole(sequence(start, sequence(name), ...trailer))));
  return { data, ...(ranges && { content: ranges }) };
}

/** Ranges of the content octets, and the offset after encapContentInfo. */
async function readContent(
  file: ByteFile,
  encapsulated: Head,
  offset: number,
): Promise<{ readonly ranges?: readonly Range[]; readonly after: number }> {
  if (await atEnd(file, encapsulated, offset)) return { after: afterEnd(encapsulated, offset) };
  const field = await headAt(file, offset, contextTag(0));
  const value = await headAt(file, field.contentStart);
  const ranges: Range[] = [];
  const end = await collect(file, value, ranges, 0);
  const afterField = afterEnd(field, end);
  return { ranges, after: afterEnd(encapsulated, afterField) };
}

/** Adds the octets of an OCTET STRING, primitive or constructed; gives the offset after it. */
async function collect(file: ByteFile, value: Head, ranges: Range[], depth: number): Promise<number> {
  if (value.tag === TAG.octetString) {
    const end = endOf(value);
    ranges.push({ offset: value.contentStart, length: end - value.contentStart });
    return end;
  }
  if (value.tag !== (TAG.octetString | 0x20) || depth > 4)
    throw new DerError('content that is no OCTET STRING');
  let offset = value.contentStart;
  while (!(await atEnd(file, value, offset))) {
    offset = await collect(file, await headAt(file, offset), ranges, depth + 1);
  }
  return afterEnd(value, offset);
}

/** Certificates, CRLs and signer infos, each with definite lengths. */
async function readTrailer(file: ByteFile, offset: number, signedData: Head): Promise<Uint8Array[]> {
  if (file.size - offset > MAX_TRAILER) throw new DerError('certificates and signatures too large');
  const rest = await file.read(offset, file.size - offset);
  const elements: Uint8Array[] = [];
  let position = 0;
  const end = signedData.end === undefined ? undefined : signedData.end - offset;
  while (end === undefined ? rest[position] !== 0 : position < end) {
    const { element, length } = firstElement(rest.subarray(position));
    elements.push(element);
    position += length;
  }
  return elements;
}

/** The first element of bytes that go on behind it. */
function firstElement(bytes: Uint8Array): { readonly element: Uint8Array; readonly length: number } {
  const length = elementLength(bytes, 0, 0);
  return { element: toDefinite(bytes.subarray(0, length)), length };
}

/** Length in bytes of the element at an offset, also of one with indefinite length. */
function elementLength(bytes: Uint8Array, offset: number, depth: number): number {
  const head = parseHead(bytes.subarray(offset, offset + 12), offset);
  if (depth > 64) throw new DerError('nested too deeply');
  if (head.end !== undefined) {
    if (head.end > bytes.length) throw new DerError('truncated');
    return head.end - offset;
  }
  let position = head.contentStart;
  while (bytes[position] !== 0 || bytes[position + 1] !== 0) {
    position += elementLength(bytes, position, depth + 1);
  }
  return position + 2 - offset;
}

/** True at the end of a constructed element: its length is used up, or the end-of-contents octets stand there. */
async function atEnd(file: ByteFile, parent: Head, offset: number): Promise<boolean> {
  if (parent.end !== undefined) return offset >= parent.end;
  const [first, second] = await file.read(offset, 2);
  return first === 0 && second === 0;
}

/** The offset after a constructed element whose members end at `offset`. */
function afterEnd(parent: Head, offset: number): number {
  if (parent.end !== undefined && parent.end !== offset) throw new DerError('an unexpected member');
  return parent.end ?? offset + 2;
}
