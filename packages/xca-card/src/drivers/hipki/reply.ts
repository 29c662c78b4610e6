import { CardError } from '../../errors/card-error.ts';
import { fromBase64 } from './request.ts';

/** A reply of the service: JSON with `func` and `ret_code`. */
export interface HipkiReply {
  readonly func: string;
  /** Unsigned 32 bit; 0 is success. */
  readonly retCode: number;
  /** CKR or other detail, unsigned 32 bit. */
  readonly lastError: number;
  /** The other fields as they came. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A certificate object on a card. */
export interface HipkiCertificate {
  readonly label: string;
  /** CKA_ID. */
  readonly id: Uint8Array;
  readonly der: Uint8Array;
}

export interface HipkiToken {
  readonly label: string;
  readonly manufacturer: string;
  readonly model: string;
  readonly serial: string;
  readonly minPin: number;
  readonly maxPin: number;
  readonly certificates: readonly HipkiCertificate[];
}

export interface HipkiSlot {
  readonly id: string;
  /** Reader name. */
  readonly description: string;
  readonly token?: HipkiToken;
  /** True when a card is in that the service does not know. */
  readonly unknownToken: boolean;
}

/** `pkcs11info`: the environment and what is in the readers. */
export interface HipkiInfo {
  readonly version: string;
  readonly library: string;
  readonly slots: readonly HipkiSlot[];
}

/**
 * Reads a reply.
 *
 * @throws CardError `SERVICE_PROTOCOL` when it is not JSON, has no numeric `ret_code` or answers something else.
 */
export function parseReply(text: string, expected: string): HipkiReply {
  const fields = parseObject(text);
  const { func, ret_code: retCode, last_error: lastError } = fields;
  if (typeof func === 'string' && func !== expected) throw protocol(`answer to ${func}`);
  const code = Number(retCode);
  if (retCode === undefined || !Number.isInteger(code)) throw protocol('no ret_code');
  return {
    func: expected,
    retCode: code >>> 0,
    lastError: Number(lastError ?? 0) >>> 0,
    fields: bodyOf(fields),
  };
}

/** Card commands put their answer under `ret`. */
function bodyOf(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return isObject(fields.ret) ? { ...fields, ...fields.ret } : fields;
}

export function parseInfo({ fields }: HipkiReply): HipkiInfo {
  const slots = Array.isArray(fields.slots) ? fields.slots : [];
  return {
    version: textOf(fields.version),
    library: textOf(fields.libraryDescription),
    slots: slots.filter(isObject).map(parseSlot),
  };
}

function parseSlot(slot: Readonly<Record<string, unknown>>): HipkiSlot {
  const { token } = slot;
  return {
    id: String(slot.slotID ?? ''),
    description: textOf(slot.slotDescription),
    ...(isObject(token) ? { token: parseToken(token) } : {}),
    unknownToken: typeof token === 'string',
  };
}

function parseToken(token: Readonly<Record<string, unknown>>): HipkiToken {
  const certificates = Array.isArray(token.certs) ? token.certs.filter(isObject) : [];
  return {
    label: textOf(token.label),
    manufacturer: textOf(token.manufacturerID),
    model: textOf(token.model),
    serial: textOf(token.serialNumber),
    minPin: Number(token.ulMinPinLen ?? 6),
    maxPin: Number(token.ulMaxPinLen ?? 8),
    certificates: certificates.flatMap((certificate) => {
      const der = bytesOf(certificate.certb64);
      const id = bytesOf(certificate.id);
      return der === undefined || id === undefined ? [] : [{ label: textOf(certificate.label), id, der }];
    }),
  };
}

/** Base64 of a field, undefined when it is absent or not base64. */
export function bytesOf(value: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  try {
    return fromBase64(value);
  } catch {
    return undefined;
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Told below.
  }
  throw protocol('not JSON');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fixed-length texts are padded with blanks, at times with tabs or zeros. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/^[\s\0]+|[\s\0]+$/g, '') : '';
}

function protocol(reason: string): CardError {
  return new CardError('SERVICE_PROTOCOL', { details: { reason } });
}
