import { ExchangeError } from '../exchange-error.ts';
import { readAll } from '../seal/byte-source.ts';
import { base64, utf8 } from '../seal/encoding.ts';
import { framed } from '../seal/format.ts';
import { readParts } from '../seal/read-parts.ts';
import type { Store } from '../store/store.ts';
import type { EvidenceBatch } from './batch.ts';
import {
  EVIDENCE_FORMAT,
  type EvidenceFile,
  type EvidenceFileBatch,
  type EvidencePiece,
} from './evidence-file.ts';

/**
 * Gathers the evidence of one stream into one file: the chain, the signed batches, the package's signed statement, and
 * every receipt.
 *
 * @throws {@link ExchangeError} NOT_FOUND
 */
export async function exportEvidence(store: Store, stream: string, now: Date): Promise<Uint8Array> {
  const events = await store.events(stream);
  if (events.length === 0) throw new ExchangeError('NOT_FOUND', { details: { what: stream } });
  const batches = await store.batchesOf(stream);
  const pieces: EvidencePiece[] = [];
  const wanted = new Map<string, EvidencePiece['kind']>();
  for (const event of events) {
    const body: unknown = JSON.parse(event.body);
    for (const [kind, sha256] of namedPieces(body)) wanted.set(sha256, kind);
  }
  for (const [sha256, kind] of wanted) pieces.push(await loadPiece(store, kind, sha256));
  const file: EvidenceFile = {
    format: EVIDENCE_FORMAT,
    stream,
    exportedAt: now.toISOString(),
    events: events.map(({ n, at, type, body, previous, hash }) => ({
      n,
      at: at.toISOString(),
      type,
      body,
      previous,
      hash,
    })),
    batches: batches.map(fileBatch),
    pieces,
  };
  return utf8(`${JSON.stringify(file, null, 1)}\n`);
}

/** Digests that an event names and whose bytes belong into the file. */
export function namedPieces(body: unknown): readonly (readonly [EvidencePiece['kind'], string])[] {
  if (typeof body !== 'object' || body === null) return [];
  const found: [EvidencePiece['kind'], string][] = [];
  for (const [name, value] of Object.entries(body)) {
    if (typeof value !== 'string') continue;
    if (name === 'packageSha256') found.push(['package-statement', value]);
    if (name === 'noticeSha256' || name === 'receiptSha256') found.push(['notice', value]);
  }
  return found;
}

async function loadPiece(store: Store, kind: EvidencePiece['kind'], sha256: string): Promise<EvidencePiece> {
  try {
    const source = await store.openBlob(sha256);
    if (kind === 'notice') return { kind, sha256, bytes: base64(await readAll(source.open())) };
    const parts = await readParts(source.open());
    return {
      kind,
      sha256,
      bytes: base64(Buffer.concat([framed(parts.signedBytes), framed(parts.signature)])),
    };
  } catch (error) {
    const gone =
      error instanceof ExchangeError && (error.code === 'NOT_FOUND' || error.code === 'PACKAGE_MALFORMED');
    if (gone) return { kind, sha256, bytes: '' };
    throw error;
  }
}

function fileBatch(batch: EvidenceBatch): EvidenceFileBatch {
  if (batch.leaf === undefined) throw new RangeError('a batch of a stream has a leaf');
  const { position, count, hash, path } = batch.leaf;
  return {
    number: batch.number,
    statement: base64(batch.statement),
    signature: base64(batch.signature),
    certificate: base64(batch.certificate),
    ...(batch.timestamp === undefined ? {} : { timestamp: base64(batch.timestamp) }),
    leaf: { position, count, hash, path },
  };
}
