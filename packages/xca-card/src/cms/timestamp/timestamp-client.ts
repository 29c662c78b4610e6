import { OID } from '../../certificate/oids.ts';
import { type FetchLike, fetchBytes } from '../../certificate/revocation/fetch-bytes.ts';
import { toHex } from '../../der/bytes.ts';
import { Cursor } from '../../der/cursor.ts';
import { DerError, rawOf, readWhole } from '../../der/element.ts';
import { TAG } from '../../der/tags.ts';
import { smallIntegerOf } from '../../der/values.ts';
import { source } from '../../der/web-crypto.ts';
import {
  algorithmIdentifier,
  booleanTrue,
  nullValue,
  octetString,
  sequence,
  smallInteger,
  unsignedInteger,
} from '../../der/write.ts';
import { CardError, isCardError } from '../../errors/card-error.ts';
import type { TimestampSource } from '../sign.ts';
import type { VerifyOptions } from '../verify-options.ts';
import { verifyTimestamp } from './verify-timestamp.ts';

export interface TimestampClientOptions {
  /** Address of the time-stamping service. */
  readonly url: string;
  /** Whom to believe; a token that does not lead to an anchor is refused. */
  readonly trust: VerifyOptions['trust'];
  /** Default the runtime's `fetch`. */
  readonly fetch?: FetchLike;
  /** Default 15,000. */
  readonly timeoutMs?: number;
}

const MAX_TOKEN = 1 << 20;

/**
 * A time-stamp source over HTTP (RFC 3161 §3.4). Every token is verified against the request before it is used.
 *
 * @example
 * const timestamp = createTimestampClient({ url, trust });
 * const message = await signCms(content, signer, { timestamp });
 */
export function createTimestampClient(options: TimestampClientOptions): TimestampSource {
  const { url, trust, timeoutMs = 15_000 } = options;
  const fetch: FetchLike = options.fetch ?? globalThis.fetch;
  return async (signature) => {
    const nonce = crypto.getRandomValues(new Uint8Array(8));
    nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40;
    const body = await writeTimestampRequest(signature, nonce);
    const net = { fetch, timeoutMs, maxBytes: MAX_TOKEN };
    const answer = await fetchBytes(url, net, { body, type: 'application/timestamp-query' }).catch(
      (error: unknown) => {
        if (isCardError(error, 'REVOCATION_UNREACHABLE')) throw refused('服務沒有回應', error);
        throw error;
      },
    );
    const token = readTimestampAnswer(answer);
    const result = await verifyTimestamp(token, signature, { trust });
    if (result.kind === 'invalid') throw refused(result.reason.zh);
    if (result.kind === 'untrusted') throw refused('發行者不在信任範圍內');
    if (result.info.nonce !== toHex(nonce).toUpperCase()) throw refused('回應與請求不符');
    return token;
  };
}

/** TimeStampReq of RFC 3161 §2.4.1 over the SHA-256 of data; DER. */
export async function writeTimestampRequest(
  data: Uint8Array,
  nonce: Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', source(data)));
  const imprint = sequence(algorithmIdentifier(OID.sha256, nullValue()), octetString(digest));
  return sequence(smallInteger(1), imprint, unsignedInteger(nonce), booleanTrue());
}

/**
 * The token of a TimeStampResp, RFC 3161 §2.4.2.
 *
 * @throws CardError `TIMESTAMP_REFUSED`
 */
export function readTimestampAnswer(answer: Uint8Array): Uint8Array {
  try {
    const cursor = Cursor.of(readWhole(answer));
    const status = smallIntegerOf(Cursor.of(cursor.next(TAG.sequence)).next(TAG.integer));
    const token = cursor.optional(TAG.sequence);
    cursor.done();
    // 0 granted, 1 granted with modifications
    if (status > 1 || !token) throw refused(`status ${status}`);
    return rawOf(token);
  } catch (error) {
    if (error instanceof DerError) throw refused(error.message, error);
    throw error;
  }
}

function refused(reason: string, cause?: unknown): CardError {
  return new CardError('TIMESTAMP_REFUSED', { details: { reason }, cause });
}
