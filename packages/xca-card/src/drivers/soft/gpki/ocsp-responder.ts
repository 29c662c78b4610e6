import { OID } from '../../../certificate/oids.ts';
import { CRL_REASONS, type CrlReason } from '../../../certificate/revocation/crl-scan.ts';
import { OCSP_BASIC, OCSP_NONCE } from '../../../certificate/revocation/ocsp-request.ts';
import { Cursor } from '../../../der/cursor.ts';
import { childrenOf, contentOf, onlyChild, rawOf, readWhole } from '../../../der/element.ts';
import { contextTag, TAG } from '../../../der/tags.ts';
import { integerHex } from '../../../der/values.ts';
import {
  algorithmIdentifier,
  bitString,
  explicit,
  implicitPrimitive,
  nullValue,
  octetString,
  oid,
  sequence,
  textValue,
  tlv,
} from '../../../der/write.ts';
import { keyIdentifier } from './authority.ts';
import { rsaSign } from './keys.ts';
import type { CertifiedKey } from './organisation.ts';
import { keyBits } from './test-gpki.ts';

/** What a responder knows of a serial number. */
export type OcspKnowledge = 'good' | 'unknown' | { readonly revokedAt: Date; readonly reason: CrlReason };

export interface OcspResponderOptions {
  /** The responder's key; its certificate goes along. */
  readonly key: CertifiedKey;
  /** @param serial upper-case hex */
  readonly statusOf: (serial: string) => OcspKnowledge | Promise<OcspKnowledge>;
  readonly now: () => Date;
  /** How long an answer holds. Default one hour. */
  readonly validMs?: number;
}

/** Answers an OCSP request, RFC 6960 §4.2, as a test authority; DER in, DER out. */
export async function answerOcsp(request: Uint8Array, options: OcspResponderOptions): Promise<Uint8Array> {
  const { key, now, validMs = 3_600_000 } = options;
  const { certIds, nonce } = readRequest(request);
  const statements = await Promise.all(
    certIds.map(async (certId) => {
      const serial = integerHex(childrenOf(readWhole(certId)).at(-1) ?? readWhole(certId));
      const until = explicit(0, instant(new Date(now().getTime() + validMs)));
      return sequence(certId, statusValue(await options.statusOf(serial)), instant(now()), until);
    }),
  );
  const responder = explicit(2, octetString(await keyIdentifier(keyBits(key.keys.spki))));
  const extensions = nonce
    ? [explicit(1, sequence(sequence(oid(OCSP_NONCE), octetString(octetString(nonce)))))]
    : [];
  const tbs = sequence(responder, instant(now()), sequence(...statements), ...extensions);
  const basic = sequence(
    tbs,
    algorithmIdentifier(OID.sha256WithRSA, nullValue()),
    bitString(await rsaSign(key.keys.pkcs8, 'SHA-256', tbs)),
    explicit(0, sequence(key.certificate)),
  );
  const body = sequence(oid(OCSP_BASIC), octetString(basic));
  return sequence(tlv(TAG.enumerated, Uint8Array.of(0)), explicit(0, body));
}

function readRequest(request: Uint8Array): { certIds: Uint8Array[]; nonce: Uint8Array | undefined } {
  const tbs = Cursor.of(Cursor.of(readWhole(request)).next(TAG.sequence));
  tbs.optional(contextTag(0));
  tbs.optional(contextTag(1));
  const certIds = childrenOf(tbs.next(TAG.sequence)).map((item) => rawOf(Cursor.of(item).next(TAG.sequence)));
  const extensions = tbs.optional(contextTag(2));
  const first = extensions && childrenOf(onlyChild(extensions))[0];
  const value = first && childrenOf(first).at(-1);
  return { certIds, nonce: value && contentOf(readWhole(contentOf(value))) };
}

function statusValue(knowledge: OcspKnowledge): Uint8Array {
  if (knowledge === 'good') return implicitPrimitive(0, new Uint8Array());
  if (knowledge === 'unknown') return implicitPrimitive(2, new Uint8Array());
  const reason = tlv(TAG.enumerated, Uint8Array.of(CRL_REASONS.indexOf(knowledge.reason)));
  return explicit(1, instant(knowledge.revokedAt), explicit(0, reason));
}

/** GeneralizedTime to the second. */
function instant(date: Date): Uint8Array {
  const digits = date.toISOString().replace(/[-:T]/g, '').slice(0, 14);
  return textValue(TAG.generalizedTime, `${digits}Z`);
}
