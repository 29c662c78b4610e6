import { OID } from '../../src/certificate/oids.ts';
import { TAG } from '../../src/der/tags.ts';
import {
  bitString,
  explicit,
  implicitPrimitive,
  sequence,
  smallInteger,
  time,
  tlv,
} from '../../src/der/write.ts';
import type { ExtensionSpec } from '../../src/drivers/soft/gpki/authority.ts';
import { keyIdentifier } from '../../src/drivers/soft/gpki/authority.ts';
import { type NamePart, nameDer } from '../../src/drivers/soft/gpki/subject.ts';
import { keyBits } from '../../src/drivers/soft/gpki/test-gpki.ts';
import { AT, type Entity, type ForgeKey, writeExtension } from './forge.ts';

/** One entry of a forged list. */
export interface ForgedEntry {
  readonly serial: Uint8Array;
  readonly revokedAt?: Date;
  /** Number of the reason. */
  readonly reason?: number;
  readonly extensions?: readonly ExtensionSpec[];
}

export interface ForgedCrl {
  readonly entries?: readonly ForgedEntry[];
  readonly thisUpdate?: Date;
  readonly nextUpdate?: Date | null;
  readonly extensions?: readonly ExtensionSpec[];
  /** null: no number. */
  readonly number?: number | null;
  /** Default 2; 1 as a list without version. */
  readonly version?: 1 | 2;
  readonly issuer?: readonly NamePart[];
  readonly key?: ForgeKey;
  readonly spoil?: boolean;
}

const DAY = 86_400_000;

/** Makes a CRL, however wrong. */
export async function forgeCrl(issuer: Entity, spec: ForgedCrl = {}): Promise<Uint8Array> {
  const key = spec.key ?? issuer.key;
  const keyId = await keyIdentifier(keyBits(key.spki));
  const thisUpdate = spec.thisUpdate ?? new Date(AT.getTime() - DAY);
  const nextUpdate = spec.nextUpdate === undefined ? new Date(AT.getTime() + DAY) : spec.nextUpdate;
  const entries = (spec.entries ?? []).map(writeEntry);
  const extensions = [
    { oid: OID.authorityKeyIdentifier, value: sequence(implicitPrimitive(0, keyId)) },
    ...(spec.number === null ? [] : [{ oid: OID.cRLNumber, value: smallInteger(spec.number ?? 1) }]),
    ...(spec.extensions ?? []),
  ];
  const tbs = sequence(
    ...(spec.version === 1 ? [] : [smallInteger(1)]),
    key.algorithm,
    nameDer(spec.issuer ?? issuer.name),
    time(thisUpdate),
    ...(nextUpdate ? [time(nextUpdate)] : []),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    explicit(0, sequence(...extensions.map(writeExtension))),
  );
  const signature = await key.sign(tbs);
  if (spec.spoil) signature[signature.length - 1] = (signature[signature.length - 1] ?? 0) ^ 1;
  return sequence(tbs, key.algorithm, bitString(signature));
}

function writeEntry({
  serial,
  revokedAt = new Date(AT.getTime() - DAY),
  reason,
  extensions = [],
}: ForgedEntry) {
  const all = [
    ...(reason === undefined
      ? []
      : [{ oid: OID.reasonCode, value: tlv(TAG.enumerated, Uint8Array.of(reason)) }]),
    ...extensions,
  ];
  const field = all.length > 0 ? [sequence(...all.map(writeExtension))] : [];
  return sequence(tlv(TAG.integer, serial), time(revokedAt), ...field);
}

/** issuingDistributionPoint with raw members. */
export function issuingPoint(...members: readonly Uint8Array[]): ExtensionSpec {
  return { oid: OID.issuingDistributionPoint, critical: true, value: sequence(...members) };
}
