import type { Signer } from '../../../card/card.ts';
import { CMS_OID } from '../../../cms/oids.ts';
import { signCms } from '../../../cms/sign.ts';
import { Cursor } from '../../../der/cursor.ts';
import { rawOf, readWhole } from '../../../der/element.ts';
import { TAG } from '../../../der/tags.ts';
import { oid, sequence, smallInteger, textValue, unsignedInteger } from '../../../der/write.ts';
import { rsaSign } from './keys.ts';
import type { CertifiedKey } from './organisation.ts';

export interface TimeStamperOptions {
  /** A key certified for time stamps, see `issueServiceKey`. */
  readonly key: CertifiedKey;
  /** DER of the issuers of the key's certificate, which go along. */
  readonly chain?: readonly Uint8Array[];
  readonly now: () => Date;
}

/** Policy of the test authority's stamps, under the test arc of GPKI. */
const POLICY = '2.16.886.101.0.3.0';

/** Answers an RFC 3161 request as a test authority; DER in, DER out. */
export async function answerTimestamp(request: Uint8Array, options: TimeStamperOptions): Promise<Uint8Array> {
  const { key, chain = [], now } = options;
  const { imprint, nonce } = readRequest(request);
  const digits = now().toISOString().replace(/[-:T]/g, '').slice(0, 14);
  const info = sequence(
    smallInteger(1),
    oid(POLICY),
    imprint,
    unsignedInteger(crypto.getRandomValues(new Uint8Array(8))),
    textValue(TAG.generalizedTime, `${digits}Z`),
    ...(nonce ? [nonce] : []),
  );
  const signer: Signer = {
    certificate: key.certificate,
    chain,
    sign: (data, hash = 'SHA-256') => rsaSign(key.keys.pkcs8, hash, data),
  };
  const token = await signCms(info, signer, { contentType: CMS_OID.tstInfo, signingTime: now() });
  return sequence(sequence(smallInteger(0)), token);
}

function readRequest(request: Uint8Array): { imprint: Uint8Array; nonce: Uint8Array | undefined } {
  const cursor = Cursor.of(readWhole(request));
  cursor.next(TAG.integer);
  const imprint = rawOf(cursor.next(TAG.sequence));
  cursor.optional(TAG.oid);
  const nonce = cursor.optional(TAG.integer);
  return { imprint, nonce: nonce && rawOf(nonce) };
}
