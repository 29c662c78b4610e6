import { isSignatureAlgorithm } from '../certificate/signature.ts';
import { ExchangeError } from '../exchange-error.ts';
import type {
  EntryHeader,
  PackageHeader,
  PackageParty,
  PackageReceiver,
  PackageStatement,
} from './format.ts';
import { KEY_WRAPS } from './key-wrap.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Reads a package header; every field is checked, unknown ones are dropped. */
export function parseHeader(bytes: Uint8Array): PackageHeader {
  const place = 'header';
  const fields = parseObject(bytes, place);
  const expiresAt = fields.expiresAt === undefined ? undefined : time(fields, 'expiresAt', place);
  require(fields.profile === 'reference' && fields.version === 1, `${place}.profile`);
  require(fields.cipher === 'AES-256-GCM-STREAM', `${place}.cipher`);
  const keyWrap = KEY_WRAPS.find((name) => name === fields.keyWrap);
  if (keyWrap === undefined) throw malformed(`${place}.keyWrap`);
  require(typeof fields.chunkBytes === 'number', `${place}.chunkBytes`);
  return {
    profile: 'reference',
    version: 1,
    id: identifier(fields, place),
    sender: party(fields.sender, `${place}.sender`),
    receivers: list(fields.receivers, `${place}.receivers`).map((item) =>
      receiver(item, `${place}.receivers`),
    ),
    createdAt: time(fields, 'createdAt', place),
    ...(expiresAt === undefined ? {} : { expiresAt }),
    cipher: 'AES-256-GCM-STREAM',
    keyWrap,
    chunkBytes: Number(fields.chunkBytes),
    noncePrefix: text(fields, 'noncePrefix', place),
    esw: text(fields, 'esw', place),
  };
}

/** Reads a package statement. */
export function parseStatement(bytes: Uint8Array): PackageStatement {
  const place = 'statement';
  const fields = parseObject(bytes, place);
  require(fields.profile === 'reference' &&
    fields.version === 1 &&
    fields.type === 'package', `${place}.profile`);
  const { signatureAlgorithm } = fields;
  if (!isSignatureAlgorithm(signatureAlgorithm)) throw malformed(`${place}.signatureAlgorithm`);
  require(typeof fields.contentBytes === 'number', `${place}.contentBytes`);
  return {
    profile: 'reference',
    type: 'package',
    version: 1,
    id: identifier(fields, place),
    sender: party(fields.sender, `${place}.sender`),
    receivers: list(fields.receivers, `${place}.receivers`).map((item) => party(item, `${place}.receivers`)),
    signedAt: time(fields, 'signedAt', place),
    headerSha256: text(fields, 'headerSha256', place),
    contentSha256: text(fields, 'contentSha256', place),
    contentBytes: Number(fields.contentBytes),
    envelopeSha256: text(fields, 'envelopeSha256', place),
    signatureAlgorithm,
    certificate: text(fields, 'certificate', place),
  };
}

/** Reads what stands before a file inside the content. */
export function parseEntryHeader(bytes: Uint8Array): EntryHeader {
  const place = 'entry';
  const fields = parseObject(bytes, place);
  const { role, size } = fields;
  if (role !== 'print' && role !== 'description' && role !== 'other' && role !== 'envelope')
    throw malformed(place);
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw malformed(`${place}.size`);
  const salt = fields.salt === undefined ? {} : { salt: text(fields, 'salt', place) };
  return { role, name: text(fields, 'name', place), size, ...salt };
}

/** Ids travel in names of files and addresses, so they are plain: letters, digits, `.`, `_`, `-`. */
export function isDispatchId(id: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/.test(id);
}

function identifier(fields: Fields, place: string): string {
  const id = text(fields, 'id', place);
  require(isDispatchId(id), `${place}.id`);
  return id;
}

function receiver(value: unknown, place: string): PackageReceiver {
  const fields = object(value, place);
  const keys = list(fields.keys, place).map((key) => {
    if (typeof key !== 'string') throw malformed(place);
    return key;
  });
  return { ...party(value, place), keys };
}

function party(value: unknown, place: string): PackageParty {
  const fields = object(value, place);
  return {
    code: text(fields, 'code', place),
    unit: text(fields, 'unit', place),
    name: text(fields, 'name', place),
  };
}

function time(fields: Fields, name: string, place: string): string {
  const value = text(fields, name, place);
  require(!Number.isNaN(Date.parse(value)), `${place}.${name}`);
  return value;
}

function text(fields: Fields, name: string, place: string): string {
  const value = fields[name];
  if (typeof value !== 'string') throw malformed(`${place}.${name}`);
  return value;
}

function list(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw malformed(place);
  return value;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

export function parseObject(bytes: Uint8Array, place: string): Fields {
  try {
    return object(JSON.parse(UTF8.decode(bytes)), place);
  } catch (cause) {
    throw cause instanceof ExchangeError ? cause : malformed(place, cause);
  }
}

function object(value: unknown, place: string): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw malformed(place);
  // An object that came from JSON has only string keys.
  return value as Fields;
}

function require(condition: boolean, place: string): void {
  if (!condition) throw malformed(place);
}

function malformed(place: string, cause?: unknown): ExchangeError {
  return new ExchangeError('PACKAGE_MALFORMED', {
    details: { place },
    ...(cause === undefined ? {} : { cause }),
  });
}
