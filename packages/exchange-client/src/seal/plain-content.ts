import { createHash } from 'node:crypto';
import type { Envelope, EnvelopeFile } from '../codec/envelope.ts';
import { writeEnvelope } from '../codec/files.ts';
import { ExchangeError } from '../exchange-error.ts';
import { base64, partyOf, utf8 } from './encoding.ts';
import { CHUNK_BYTES, type EntryHeader, type FileRole, framed } from './format.ts';
import { wholeOf } from './join-bytes.ts';
import type { SealFile, SealRequest } from './seal-request.ts';

/** The files one after another, and the EN behind them, because only then all digests are known. */
export function plainContent(request: SealRequest, salt: Uint8Array) {
  let result: { readonly envelope: Envelope; readonly envelopeBytes: Uint8Array } | undefined;
  async function* stream(): AsyncGenerator<Uint8Array> {
    const listed: { readonly role: FileRole; readonly file: EnvelopeFile }[] = [];
    for (const file of request.files) {
      yield entryHead({ role: file.role, name: file.name, size: file.content.size });
      const digest = createHash('sha256');
      let size = 0;
      for await (const chunk of file.content.open()) {
        digest.update(chunk);
        size += chunk.length;
        yield chunk;
      }
      if (size !== file.content.size)
        throw new ExchangeError('FILE_CHANGED', { details: { name: file.name } });
      listed.push({ role: file.role, file: listEntry(file, digest.digest('hex')) });
    }
    const envelope = buildEnvelope(request, listed);
    const envelopeBytes = writeEnvelope(envelope);
    result = { envelope, envelopeBytes };
    yield entryHead({
      role: 'envelope',
      name: `${request.id}.en`,
      size: envelopeBytes.length,
      salt: base64(salt),
    });
    yield envelopeBytes;
  }
  return {
    stream: stream(),
    result() {
      if (result === undefined) throw new RangeError('the content is not complete yet');
      return result;
    },
  };
}

function listEntry(file: SealFile, hash: string): EnvelopeFile {
  return {
    name: file.name,
    algorithm: 'sha256',
    hash,
    needsSignature: file.needsSignature ?? true,
    ...(file.note === undefined ? {} : { note: file.note }),
  };
}

function buildEnvelope(
  request: SealRequest,
  listed: readonly { readonly role: FileRole; readonly file: EnvelopeFile }[],
): Envelope {
  const one = (role: FileRole) => listed.filter((item) => item.role === role).map((item) => item.file);
  const [print, ...morePrint] = one('print');
  const [description, ...moreDescription] = one('description');
  const { subject, serviceId, applicationId, expires, contact } = request.envelope;
  return {
    sender: partyOf(request.sender),
    receivers: request.recipients.map(partyOf),
    serviceId: serviceId ?? 'kcc-reference-profile',
    applicationId: applicationId ?? request.id,
    subject,
    ...(expires === undefined ? {} : { expires }),
    ...(contact === undefined ? {} : { contact }),
    ...(print === undefined ? {} : { print }),
    ...(description === undefined ? {} : { description }),
    others: [...morePrint, ...moreDescription, ...one('other')],
  };
}

/** Cuts a stream into chunks of the container's size and marks the last one. */
export async function* intoChunks(stream: AsyncIterable<Uint8Array>) {
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  for await (const piece of stream) {
    let rest = piece;
    // A full chunk is held back until more comes, so that the last one is always marked.
    while (heldBytes + rest.length > CHUNK_BYTES) {
      const take = CHUNK_BYTES - heldBytes;
      held.push(rest.subarray(0, take));
      yield { bytes: wholeOf(held), last: false };
      rest = rest.subarray(take);
      held = [];
      heldBytes = 0;
    }
    held.push(rest);
    heldBytes += rest.length;
  }
  yield { bytes: wholeOf(held), last: true };
}

function entryHead(entry: EntryHeader): Uint8Array {
  return framed(utf8(JSON.stringify(entry)));
}
