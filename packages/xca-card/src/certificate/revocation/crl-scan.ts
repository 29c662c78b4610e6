import { Cursor } from '../../der/cursor.ts';
import { DerError, type Element, readElement, readWhole } from '../../der/element.ts';
import { TAG } from '../../der/tags.ts';
import { timeOf } from '../../der/time.ts';
import { smallIntegerOf } from '../../der/values.ts';
import { type Extension, readExtensions } from '../extensions.ts';
import { readGeneralNames } from '../general-name.ts';
import { type DistinguishedName, sameName } from '../name.ts';
import { OID } from '../oids.ts';
import type { Crl } from './crl.ts';

/** CRL reasons of RFC 5280 §5.3.1 by number. */
export const CRL_REASONS = [
  'unspecified',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'unused',
  'removeFromCRL',
  'privilegeWithdrawn',
  'aACompromise',
] as const;

export type CrlReason = (typeof CRL_REASONS)[number];

/** What a list says about one certificate. */
export interface RevokedEntry {
  readonly revokedAt: Date;
  readonly reason: CrlReason;
  /** True when the entry has a critical extension that nobody here understands; it counts as revoked all the same. */
  readonly unknownCritical: boolean;
}

/**
 * Looks a serial number up by walking over the entries; nothing is copied and no entry but the found one is read.
 *
 * @param serial content octets of the certificate's serial number
 * @param issuer the certificate's issuer, which matters in a list with entries of several issuers
 */
export function findInCrl(crl: Crl, serial: Uint8Array, issuer: DistinguishedName): RevokedEntry | undefined {
  const { entries } = crl;
  if (!entries) return undefined;
  if (crl.scope.indirect) return findIndirect(crl, entries, serial, issuer);
  const result = scanEntries(entries.buffer, entries.contentStart, entries.end, serial);
  return entryOf(result, result.next === entries.end);
}

/**
 * The entry a whole list has, RFC 5280 §5.3: one that was found counts; a list with an entry that nobody can read wholly
 * must not be used to call others good.
 *
 * @param complete whether the scan came to the end of the entries
 */
export function entryOf(
  { entry, unknownCritical }: Pick<ScanResult, 'entry' | 'unknownCritical'>,
  complete: boolean,
): RevokedEntry | undefined {
  if (entry) return entry;
  if (!complete) throw new DerError('truncated CRL entries');
  if (unknownCritical) throw new DerError('an unknown critical extension in an entry');
  return undefined;
}

/** Number of entries of a list. */
export function countEntries(crl: Crl): number {
  let count = 0;
  if (crl.entries) for (const _ of positions(crl.entries)) count++;
  return count;
}

/** Where a scan ended. */
export interface ScanResult {
  /** The entry, when it was found. */
  readonly entry?: RevokedEntry;
  /** Offset of the first entry that is not wholly in the bytes. */
  readonly next: number;
  /** True when an entry that was passed has a critical extension that nobody here understands. */
  readonly unknownCritical: boolean;
}

/**
 * Walks over whole entries from `offset` on. The hot loop: a list may have half a million entries.
 *
 * @param serial content octets of the serial number that is looked for
 */
export function scanEntries(buffer: Uint8Array, offset: number, end: number, serial: Uint8Array): ScanResult {
  const wanted = serial.length;
  let position = offset;
  let unknownCritical = false;
  // Longest head of an entry and of its serial number that the loop looks at before it knows the length.
  while (position + 8 <= end) {
    const start = contentAt(buffer, position, TAG.sequence);
    const next = start + lengthAt(buffer, position + 1);
    if (next > end) break;
    if (buffer[start] !== TAG.integer) throw new DerError('a CRL entry without serial number');
    if (buffer[start + 1] === wanted && matchesAt(buffer, start + 2, serial)) {
      return { entry: readEntry(readElement(buffer, position, end)), next, unknownCritical };
    }
    unknownCritical ||= isCriticalUnknown(buffer, position, start, next);
    position = next;
  }
  return { next: position, unknownCritical };
}

/** Reads an entry only when the octets of a `critical TRUE` stand in its extensions. */
function isCriticalUnknown(buffer: Uint8Array, position: number, start: number, next: number): boolean {
  const date = start + 2 + (buffer[start + 1] ?? 0);
  for (let offset = date + 2 + (buffer[date + 1] ?? 0); offset + 2 < next; offset++) {
    if (buffer[offset + 2] === 0xff && buffer[offset + 1] === 1 && buffer[offset] === TAG.boolean)
      return readEntry(readElement(buffer, position, next)).unknownCritical;
  }
  return false;
}

function* positions({ buffer, contentStart, end }: Element): Generator<number> {
  let offset = contentStart;
  while (offset < end) {
    yield offset;
    offset = contentAt(buffer, offset, TAG.sequence) + lengthAt(buffer, offset + 1);
  }
}

function matchesAt(buffer: Uint8Array, offset: number, serial: Uint8Array): boolean {
  for (let index = 0; index < serial.length; index++)
    if (buffer[offset + index] !== serial[index]) return false;
  return true;
}

/** Offset of the content of the element at `offset`. */
function contentAt(buffer: Uint8Array, offset: number, tag: number): number {
  if (buffer[offset] !== tag) throw new DerError('a bad CRL entry');
  const first = buffer[offset + 1] ?? 0x80;
  if (first === 0x80 || first > 0x84) throw new DerError('a bad length in a CRL entry');
  return first < 0x80 ? offset + 2 : offset + 2 + (first & 0x7f);
}

function lengthAt(buffer: Uint8Array, offset: number): number {
  const first = buffer[offset] ?? 0;
  if (first < 0x80) return first;
  let length = 0;
  for (let index = 1; index <= (first & 0x7f); index++) length = length * 256 + (buffer[offset + index] ?? 0);
  return length;
}

/** In an indirect list an entry belongs to the issuer named last before it (RFC 5280 §5.3.3). */
function findIndirect(
  crl: Crl,
  entries: Element,
  serial: Uint8Array,
  issuer: DistinguishedName,
): RevokedEntry | undefined {
  let current: DistinguishedName = crl.issuer;
  let unknownCritical = false;
  for (const position of positions(entries)) {
    const element = readElement(entries.buffer, position, entries.end);
    const extensions = entryExtensions(element);
    const named = extensions.find(({ oid }) => oid === OID.certificateIssuer);
    if (named) {
      const names = readGeneralNames(readWhole(named.value, TAG.sequence));
      const directory = names.find((name) => name.kind === 'directory');
      if (directory?.kind === 'directory') current = directory.value;
    }
    const number = readElement(entries.buffer, element.contentStart, element.end);
    const same =
      number.end - number.contentStart === serial.length &&
      matchesAt(entries.buffer, number.contentStart, serial);
    if (same && sameName(current, issuer)) return readEntry(element);
    unknownCritical ||= extensions.some(isUnknownCritical);
  }
  return entryOf({ unknownCritical }, true);
}

function entryExtensions(element: Element): Extension[] {
  const cursor = Cursor.of(element);
  cursor.next(TAG.integer);
  cursor.next();
  const field = cursor.optional(TAG.sequence);
  cursor.done();
  return field ? readExtensions(field) : [];
}

const KNOWN: ReadonlySet<string> = new Set([OID.reasonCode, OID.invalidityDate, OID.certificateIssuer]);

function readEntry(element: Element): RevokedEntry {
  const cursor = Cursor.of(element);
  cursor.next(TAG.integer);
  const revokedAt = timeOf(cursor.next());
  const extensions = entryExtensions(element);
  const reason = extensions.find(({ oid }) => oid === OID.reasonCode)?.value;
  const number = reason ? smallIntegerOf(readWhole(reason, TAG.enumerated)) : 0;
  return {
    revokedAt,
    reason: CRL_REASONS[number] ?? 'unspecified',
    unknownCritical: extensions.some(isUnknownCritical),
  };
}

function isUnknownCritical({ oid, critical }: Extension): boolean {
  return critical && !KNOWN.has(oid);
}
