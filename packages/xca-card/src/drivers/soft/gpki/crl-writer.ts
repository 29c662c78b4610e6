import { OID } from '../../../certificate/oids.ts';
import { CRL_REASONS, type CrlReason } from '../../../certificate/revocation/crl-scan.ts';
import { concatBytes } from '../../../der/bytes.ts';
import { contextPrimitiveTag, TAG } from '../../../der/tags.ts';
import {
  algorithmIdentifier,
  bitString,
  booleanTrue,
  explicit,
  implicitPrimitive,
  nullValue,
  octetString,
  oid,
  sequence,
  smallInteger,
  time,
  tlv,
} from '../../../der/write.ts';
import { type CertificateIssuer, keyIdentifier } from './authority.ts';
import { rsaSign } from './keys.ts';
import { nameDer } from './subject.ts';
import { keyBits } from './test-gpki.ts';

/** One line of a CRL. */
export interface CrlEntrySpec {
  /** Content octets of the serial number. */
  readonly serial: Uint8Array;
  readonly revokedAt: Date;
  readonly reason?: CrlReason;
}

export interface CrlSpec {
  readonly thisUpdate: Date;
  readonly nextUpdate: Date;
  /** CRL number. Default 1. */
  readonly number?: number;
  readonly entries: readonly CrlEntrySpec[];
  /** Address of the partition that this list is (issuingDistributionPoint). */
  readonly partition?: string;
  /** Number of the complete list that this delta list builds on. */
  readonly deltaBase?: number;
  /** Further flags of issuingDistributionPoint. */
  readonly only?: 'user' | 'ca';
}

/** Makes and signs a CRL of version 2; DER. */
export async function buildCrl(spec: CrlSpec, issuer: CertificateIssuer): Promise<Uint8Array> {
  const algorithm = algorithmIdentifier(OID.sha256WithRSA, nullValue());
  const keyId = await keyIdentifier(keyBits(issuer.keys.spki));
  const entries = spec.entries.map(writeEntry);
  const tbs = sequence(
    smallInteger(1),
    algorithm,
    nameDer(issuer.subject),
    time(spec.thisUpdate),
    time(spec.nextUpdate),
    ...(entries.length > 0 ? [tlv(TAG.sequence, concatBytes(entries))] : []),
    explicit(0, sequence(...listExtensions(spec, keyId))),
  );
  const signature = await rsaSign(issuer.keys.pkcs8, 'SHA-256', tbs);
  return sequence(tbs, algorithm, bitString(signature));
}

function writeEntry({ serial, revokedAt, reason }: CrlEntrySpec): Uint8Array {
  const number = reason === undefined ? -1 : CRL_REASONS.indexOf(reason);
  const extension = sequence(
    oid(OID.reasonCode),
    octetString(tlv(TAG.enumerated, Uint8Array.of(Math.max(number, 0)))),
  );
  return sequence(tlv(TAG.integer, serial), time(revokedAt), ...(number < 0 ? [] : [sequence(extension)]));
}

function listExtensions(spec: CrlSpec, keyId: Uint8Array): Uint8Array[] {
  const extensions = [
    sequence(oid(OID.authorityKeyIdentifier), octetString(sequence(implicitPrimitive(0, keyId)))),
    sequence(oid(OID.cRLNumber), octetString(smallInteger(spec.number ?? 1))),
  ];
  if (spec.deltaBase !== undefined) {
    extensions.push(
      sequence(oid(OID.deltaCRLIndicator), booleanTrue(), octetString(smallInteger(spec.deltaBase))),
    );
  }
  const scope = scopeMembers(spec);
  if (scope.length > 0) {
    extensions.push(
      sequence(oid(OID.issuingDistributionPoint), booleanTrue(), octetString(sequence(...scope))),
    );
  }
  return extensions;
}

function scopeMembers({ partition, only }: CrlSpec): Uint8Array[] {
  const members: Uint8Array[] = [];
  if (partition !== undefined) {
    const uri = implicitPrimitive(6, new TextEncoder().encode(partition));
    members.push(explicit(0, explicit(0, uri)));
  }
  if (only) members.push(tlv(contextPrimitiveTag(only === 'user' ? 1 : 2), Uint8Array.of(0xff)));
  return members;
}
