import { verify } from 'node:crypto';
import { parseCertificate, sameCertificate } from '../certificate/certificate.ts';
import { verifySignature } from '../certificate/signature.ts';
import { digestOf } from '../digest-of.ts';
import { ExchangeError } from '../exchange-error.ts';
import type { ParsedNotice } from '../notice/notice.ts';
import { parseNotice } from '../notice/verify-notice.ts';
import { ByteCursor } from '../seal/byte-reader.ts';
import { fromBase64 } from '../seal/encoding.ts';
import type { PackageStatement } from '../seal/format.ts';
import { parseObject, parseStatement } from '../seal/parse-json.ts';
import { CHAIN_START, hashEvent } from './event-hash.ts';
import {
  EVIDENCE_FORMAT,
  type EvidenceFile,
  type EvidenceFileBatch,
  type EvidencePiece,
} from './evidence-file.ts';
import { namedPieces } from './export-evidence.ts';
import { rootOf } from './merkle.ts';

/** What an evidence file proves. */
export interface EvidenceVerdict {
  readonly valid: boolean;
  readonly stream: string;
  /** Number of events in the file. */
  readonly events: number;
  /** Events that a signed batch covers; the rest is chained but not signed yet. */
  readonly signedEvents: number;
  /** Events that a batch with a checked time stamp covers; 0 without a checker. */
  readonly stampedEvents: number;
  /** Time of the newest checked time stamp. */
  readonly stampedAt?: Date;
  /** The first place that does not hold, such as `events[3].hash`. */
  readonly brokenAt?: string;
  readonly reason?: string;
}

export interface VerifyEvidenceOptions {
  /** Certificates that may have signed the batches; without them any signer is taken and named in no way. */
  readonly trusted?: readonly Uint8Array[];
  /**
   * Checks the RFC 3161 token of a batch over the batch's signature. Without it tokens are not looked at, and
   * `stampedEvents` says so.
   */
  readonly timestamp?: TimestampChecker;
  /** Refuse a batch without a token, which anyone could have taken away. Default false. */
  readonly requireTimestamps?: boolean;
}

/** Judges an RFC 3161 token over data: whose it is is the checker's matter. */
export type TimestampChecker = (
  token: Uint8Array,
  data: Uint8Array,
) => Promise<
  { readonly valid: true; readonly at: Date } | { readonly valid: false; readonly reason: string }
>;

/** How far signatures and time stamps reach. */
interface Cover {
  signedEvents: number;
  stampedEvents: number;
  stampedAt?: Date;
}

class Broken extends Error {
  readonly place: string;

  constructor(place: string, reason: string) {
    super(reason);
    this.place = place;
  }
}

/**
 * Verifies an evidence file without any database and names the first place that was changed.
 *
 * @throws {@link ExchangeError} EVIDENCE_MALFORMED when it is no evidence file at all
 */
export async function verifyEvidence(
  bytes: Uint8Array,
  options: VerifyEvidenceOptions = {},
): Promise<EvidenceVerdict> {
  const file = parseFile(bytes);
  const base = { stream: file.stream, events: file.events.length };
  const cover: Cover = { signedEvents: 0, stampedEvents: 0 };
  try {
    verifyChain(file);
    await verifyBatches(file, options, cover);
    verifyPieces(file);
    return { valid: true, ...base, ...cover };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { valid: false, ...base, ...cover, brokenAt: error.place, reason: error.message };
  }
}

function verifyChain({ stream, events }: EvidenceFile): void {
  let previous = CHAIN_START;
  for (const [index, event] of events.entries()) {
    const place = `events[${index}]`;
    if (event.n !== index + 1) throw new Broken(`${place}.n`, `第 ${index + 1} 筆紀錄的序號是 ${event.n}`);
    if (event.previous !== previous) throw new Broken(`${place}.previous`, '與前一筆紀錄不相連');
    const { n, at, type, body, hash } = event;
    if (hashEvent({ stream, n, at, type, body, previous }) !== hash)
      throw new Broken(place, '內容與雜湊值不符');
    previous = hash;
  }
}

async function verifyBatches(
  { stream, events, batches }: EvidenceFile,
  options: VerifyEvidenceOptions,
  cover: Cover,
): Promise<void> {
  let number = 0;
  for (const [index, batch] of batches.entries()) {
    const place = `batches[${index}]`;
    if (batch.number <= number) throw new Broken(`${place}.number`, '批次順序不符');
    number = batch.number;
    verifyBatchSignature(batch, place, options.trusted);
    const statement = parseObject(fromBase64(batch.statement), place);
    const { leaf } = batch;
    const root = rootOf({ stream, count: leaf.count, hash: leaf.hash }, leaf.position, leaf.path);
    if (statement.root !== root || statement.number !== batch.number) {
      throw new Broken(`${place}.leaf`, '與簽章的批次根值不符');
    }
    if (leaf.count <= cover.signedEvents) throw new Broken(`${place}.leaf.count`, '批次涵蓋的筆數未增加');
    const head = events[leaf.count - 1];
    if (head === undefined)
      throw new Broken(`events[${events.length}]`, `簽章涵蓋 ${leaf.count} 筆，檔案只有 ${events.length} 筆`);
    if (head.hash !== leaf.hash) throw new Broken(`events[${leaf.count - 1}].hash`, '與簽章涵蓋的紀錄不符');
    cover.signedEvents = leaf.count;
    const stampedAt = await verifyStamp(batch, place, options);
    if (stampedAt !== undefined) Object.assign(cover, { stampedEvents: leaf.count, stampedAt });
  }
}

async function verifyStamp(
  batch: EvidenceFileBatch,
  place: string,
  { timestamp, requireTimestamps }: VerifyEvidenceOptions,
): Promise<Date | undefined> {
  if (batch.timestamp === undefined) {
    if (requireTimestamps === true) throw new Broken(`${place}.timestamp`, '缺少時戳');
    return undefined;
  }
  const result = await timestamp?.(fromBase64(batch.timestamp), fromBase64(batch.signature));
  if (result?.valid === false) throw new Broken(`${place}.timestamp`, result.reason);
  return result?.at;
}

function verifyBatchSignature(
  batch: EvidenceFileBatch,
  place: string,
  trusted: readonly Uint8Array[] | undefined,
) {
  const der = fromBase64(batch.certificate);
  if (trusted !== undefined && !trusted.some((known) => sameCertificate(known, der))) {
    throw new Broken(`${place}.certificate`, '簽章者不在信任清單');
  }
  let valid: boolean;
  try {
    const { publicKey } = parseCertificate(der);
    valid = verify('sha256', fromBase64(batch.statement), publicKey, fromBase64(batch.signature));
  } catch {
    throw new Broken(`${place}.certificate`, '憑證無法解析');
  }
  if (!valid) throw new Broken(`${place}.signature`, '批次簽章不符');
}

function verifyPieces({ events, pieces }: EvidenceFile): void {
  const named = new Set(
    events.flatMap((event) => namedPieces(JSON.parse(event.body)).map(([, sha256]) => sha256)),
  );
  for (const sha256 of named) {
    if (!pieces.some((piece) => piece.sha256 === sha256)) throw new Broken('pieces', `缺少 ${sha256}`);
  }
  for (const [index, piece] of pieces.entries()) {
    const place = `pieces[${index}]`;
    if (!named.has(piece.sha256)) throw new Broken(place, '沒有紀錄提到這份檔案');
    if (piece.bytes !== '') verifyPiece(piece, place);
  }
}

function verifyPiece(piece: EvidencePiece, place: string): void {
  const bytes = fromBase64(piece.bytes);
  if (piece.kind === 'notice') {
    if (digestOf(bytes) !== piece.sha256) throw new Broken(place, '內容與雜湊值不符');
    const notice = noticeOf(bytes);
    // A notice that was refused when it came is kept as it came; only its digest counts.
    if (notice === undefined) return;
    requireSignature(notice.statement, notice.signedBytes, notice.signature, place);
    return;
  }
  const cursor = new ByteCursor([bytes]);
  try {
    const signedBytes = cursor.readFramed(bytes.length, place);
    const signature = cursor.readFramed(bytes.length, place);
    requireSignature(parseStatement(signedBytes), signedBytes, signature, place);
  } catch (error) {
    if (error instanceof ExchangeError) throw new Broken(place, '結構損毀');
    throw error;
  }
}

function noticeOf(bytes: Uint8Array): ParsedNotice | undefined {
  try {
    return parseNotice(bytes);
  } catch {
    return undefined;
  }
}

function requireSignature(
  { signatureAlgorithm, certificate }: Pick<PackageStatement, 'signatureAlgorithm' | 'certificate'>,
  signed: Uint8Array,
  signature: Uint8Array,
  place: string,
): void {
  let valid: boolean;
  try {
    const { publicKey } = parseCertificate(fromBase64(certificate));
    valid = verifySignature(signatureAlgorithm, signed, publicKey, signature);
  } catch {
    throw new Broken(place, '憑證無法解析');
  }
  if (!valid) throw new Broken(place, '簽章不符');
}

function parseFile(bytes: Uint8Array): EvidenceFile {
  const malformed = (reason: string) => new ExchangeError('EVIDENCE_MALFORMED', { details: { reason } });
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw malformed('不是 JSON');
  }
  if (typeof value !== 'object' || value === null || !('format' in value)) throw malformed('缺少 format');
  if (value.format !== EVIDENCE_FORMAT) throw malformed('未知的 format');
  // Each field is checked where it is used: a wrong one is a broken place, not a malformed file.
  const file = value as EvidenceFile;
  const lists = Array.isArray(file.events) && Array.isArray(file.batches) && Array.isArray(file.pieces);
  if (!lists || typeof file.stream !== 'string') throw malformed('缺少欄位');
  return file;
}
