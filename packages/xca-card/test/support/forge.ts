import { OID } from '../../src/certificate/oids.ts';
import { TAG } from '../../src/der/tags.ts';
import { source } from '../../src/der/web-crypto.ts';
import {
  algorithmIdentifier,
  bitString,
  booleanTrue,
  explicit,
  nullValue,
  octetString,
  oid,
  sequence,
  smallInteger,
  time,
  tlv,
} from '../../src/der/write.ts';
import { type ExtensionSpec, keyIdentifier } from '../../src/drivers/soft/gpki/authority.ts';
import {
  authorityKeyIdentifier,
  basicConstraints,
  keyUsage,
  subjectKeyIdentifier,
} from '../../src/drivers/soft/gpki/extension-specs.ts';
import { type NamePart, nameDer } from '../../src/drivers/soft/gpki/subject.ts';
import { keyBits } from '../../src/drivers/soft/gpki/test-gpki.ts';

/** A key that signs whatever a test wants signed. */
export interface ForgeKey {
  readonly spki: Uint8Array;
  readonly algorithm: Uint8Array;
  sign(data: Uint8Array): Promise<Uint8Array>;
}

/** P-256 is quick to make and to sign with. */
export async function ecKey(): Promise<ForgeKey> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ]);
  return {
    spki: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    algorithm: algorithmIdentifier(OID.ecdsaWithSHA256),
    sign: async (data) => {
      const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, source(data));
      return ecdsaDer(new Uint8Array(raw));
    },
  };
}

/** An RSA key that signs with a hash, also with one that nobody should use. */
export async function rsaKey(modulusLength: number, hash: 'SHA-1' | 'SHA-256'): Promise<ForgeKey> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength,
    publicExponent: Uint8Array.of(1, 0, 1),
    hash,
  };
  const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const scheme = hash === 'SHA-1' ? OID.sha1WithRSA : OID.sha256WithRSA;
  return {
    spki: new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)),
    algorithm: algorithmIdentifier(scheme, nullValue()),
    sign: async (data) =>
      new Uint8Array(await crypto.subtle.sign(algorithm.name, pair.privateKey, source(data))),
  };
}

/** An entity of a forged PKI: a name and a key, and its certificate once one was made. */
export interface Entity {
  readonly name: readonly NamePart[];
  readonly key: ForgeKey;
  readonly certificate: Uint8Array;
}

/** Anything about a certificate that a test wants otherwise. */
export interface ForgeSpec {
  readonly subject?: readonly NamePart[];
  readonly issuer?: readonly NamePart[];
  readonly serial?: Uint8Array;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  readonly extensions?: readonly ExtensionSpec[];
  /** Extensions added to the default ones; one of the same OID takes its place, `undefined` as value leaves it out. */
  readonly more?: readonly (ExtensionSpec | { readonly oid: string; readonly value: undefined })[];
  /** 1, 2 or 3. Default 3. */
  readonly version?: number;
  /** Validity as two whole elements. */
  readonly validity?: Uint8Array;
  readonly innerAlgorithm?: Uint8Array;
  /** Changes the signed bytes after signing. */
  readonly spoil?: (tbs: Uint8Array) => Uint8Array;
  readonly signature?: Uint8Array;
  readonly key?: ForgeKey;
}

export const AT = new Date('2026-11-24T00:00:00Z');
const DAY = 86_400_000;

/** A self-signed authority. */
export async function root(name: readonly NamePart[], spec: ForgeSpec = {}): Promise<Entity> {
  const key = spec.key ?? (await ecKey());
  const id = await keyIdentifier(keyBits(key.spki));
  const defaults = [basicConstraints(true), keyUsage('keyCertSign', 'cRLSign'), subjectKeyIdentifier(id)];
  const certificate = await forge(name, key, { name, key }, defaults, spec);
  return { name, key, certificate };
}

/** An authority below another. */
export async function authority(
  issuer: Entity,
  name: readonly NamePart[],
  spec: ForgeSpec = {},
): Promise<Entity> {
  return below(issuer, name, [basicConstraints(true), keyUsage('keyCertSign', 'cRLSign')], spec);
}

/** An end entity. */
export async function leaf(issuer: Entity, name: readonly NamePart[], spec: ForgeSpec = {}): Promise<Entity> {
  return below(issuer, name, [keyUsage('digitalSignature')], spec);
}

async function below(
  issuer: Entity,
  name: readonly NamePart[],
  own: readonly ExtensionSpec[],
  spec: ForgeSpec,
): Promise<Entity> {
  const key = spec.key ?? (await ecKey());
  const [id, issuerId] = await Promise.all([
    keyIdentifier(keyBits(key.spki)),
    keyIdentifier(keyBits(issuer.key.spki)),
  ]);
  const defaults = [...own, subjectKeyIdentifier(id), authorityKeyIdentifier(issuerId)];
  return { name, key, certificate: await forge(name, key, issuer, defaults, spec) };
}

/** Makes a certificate, however wrong. */
async function forge(
  name: readonly NamePart[],
  key: ForgeKey,
  issuer: { readonly name: readonly NamePart[]; readonly key: ForgeKey },
  defaults: readonly ExtensionSpec[],
  spec: ForgeSpec,
): Promise<Uint8Array> {
  const extensions = spec.extensions ?? merge(defaults, spec.more ?? []);
  const version = spec.version ?? 3;
  const notBefore = spec.notBefore ?? new Date(AT.getTime() - 365 * DAY);
  const notAfter = spec.notAfter ?? new Date(AT.getTime() + 365 * DAY);
  const tbs = sequence(
    ...(version === 1 ? [] : [explicit(0, smallInteger(version - 1))]),
    tlv(TAG.integer, spec.serial ?? randomSerial()),
    spec.innerAlgorithm ?? issuer.key.algorithm,
    nameDer(spec.issuer ?? issuer.name),
    sequence(spec.validity ?? sequenceContent(time(notBefore), time(notAfter))),
    nameDer(spec.subject ?? name),
    key.spki,
    ...(extensions.length > 0 ? [explicit(3, sequence(...extensions.map(writeExtension)))] : []),
  );
  const signature = spec.signature ?? (await issuer.key.sign(tbs));
  return sequence(spec.spoil?.(tbs) ?? tbs, issuer.key.algorithm, bitString(signature));
}

export function writeExtension({ oid: id, critical, value }: ExtensionSpec): Uint8Array {
  return sequence(oid(id), ...(critical ? [booleanTrue()] : []), octetString(value));
}

function merge(defaults: readonly ExtensionSpec[], more: NonNullable<ForgeSpec['more']>): ExtensionSpec[] {
  const replaced = new Set(more.map((item) => item.oid));
  const added = more.filter((item): item is ExtensionSpec => item.value !== undefined);
  return [...defaults.filter((item) => !replaced.has(item.oid)), ...added];
}

function sequenceContent(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = sequence(...parts);
  return whole.subarray(whole.length - parts.reduce((sum, part) => sum + part.length, 0));
}

function randomSerial(): Uint8Array {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

/** r and s side by side as Ecdsa-Sig-Value. */
function ecdsaDer(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  return sequence(...[raw.subarray(0, half), raw.subarray(half)].map(unsigned));
}

function unsigned(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const trimmed = bytes.subarray(start);
  return tlv(TAG.integer, ...((trimmed[0] ?? 0) >= 0x80 ? [Uint8Array.of(0), trimmed] : [trimmed]));
}
