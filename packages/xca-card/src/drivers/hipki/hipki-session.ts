import type { CardSession, DecryptPadding, HashName, PinInput } from '../../card/card.ts';
import { digestInfo } from '../../card/digest-info.ts';
import { type PinLimits, withGuardedPin } from '../../card/pin-guard.ts';
import { CardError } from '../../errors/card-error.ts';
import type { CardErrorCode } from '../../errors/card-errors.ts';
import type { KnownHipkiCard } from './hipki-reader.ts';
import { bytesOf, type HipkiReply } from './reply.ts';
import type { HipkiSignatureType } from './request.ts';
import { changePinRequest, decryptData, type HipkiRequest, makeSignature } from './request.ts';

export interface HipkiSignature {
  /** PKCS1 and RAW: the RSA signature; PKCS7: DER of the CMS. */
  readonly signature: Uint8Array<ArrayBuffer>;
  /** DER of the signer's certificate as the service names it. */
  readonly certificate?: Uint8Array;
  readonly cardNumber: string;
  /** 附卡授權證 of a secondary card, when asked for. */
  readonly authorisation?: Uint8Array;
}

export interface HipkiSignOptions {
  readonly type?: HipkiSignatureType;
  readonly hash?: HashName;
  readonly withAuthorisation?: boolean;
  readonly withSigningTime?: boolean;
  readonly nonce?: string;
}

/** A {@link CardSession} over the local service, with the signatures that only the service makes. */
export interface HipkiSession extends CardSession {
  /** MakeSignature: PKCS1 (default), PKCS7 (attached CMS as the service makes it) or RAW (`data` is a hash). */
  makeSignature(data: Uint8Array, options?: HipkiSignOptions): Promise<HipkiSignature>;
}

export interface HipkiSessionParts {
  readonly known: KnownHipkiCard;
  /** UTF-8; the service has no login, so it goes with each request. Zeroed at close. */
  readonly pin: Uint8Array;
  readonly limits: PinLimits;
  readonly checkValidity: boolean;
  /** Sends a request with a PIN; keeps count of refusals. */
  readonly send: (request: HipkiRequest) => Promise<HipkiReply>;
  readonly retriesLeft: () => number | undefined;
  readonly isClosed: () => boolean;
}

/** After these the PIN is not sent again in this session. */
const FINAL: ReadonlySet<CardErrorCode> = new Set([
  'PIN_INCORRECT',
  'PIN_LOCKED',
  'PIN_LENGTH',
  'CARD_REMOVED',
  'WRONG_CARD',
  'SESSION_CLOSED',
]);

export function createHipkiSession(parts: HipkiSessionParts): HipkiSession {
  const { known, limits, checkValidity } = parts;
  let { pin } = parts;
  const { card, name } = known.reader;
  let ended: CardError | undefined;

  const check = (): void => {
    if (ended !== undefined) throw new CardError(ended.code, { details: ended.details });
    if (parts.isClosed()) throw new CardError('SESSION_CLOSED');
  };
  const send = async (build: (pinText: string) => HipkiRequest): Promise<HipkiReply> => {
    check();
    try {
      return await parts.send(build(new TextDecoder().decode(pin)));
    } catch (error) {
      if (error instanceof CardError && FINAL.has(error.code)) end(error);
      throw error;
    }
  };
  const end = (error: CardError) => {
    ended ??= error;
    pin.fill(0);
  };
  const certificateOf = (use: 'sign' | 'exchange'): Uint8Array => {
    const found = card.certificates.find((certificate) => certificate.use === use);
    if (found === undefined) throw new CardError('CERTIFICATE_NOT_FOUND', { details: { use } });
    return found.der;
  };
  const chain = card.certificates.filter(({ use }) => use === 'ca' || use === 'root').map(({ der }) => der);

  const sign = async (data: Uint8Array, options: HipkiSignOptions = {}): Promise<HipkiSignature> => {
    const keyId = known.keyIds.sign;
    if (keyId === undefined) throw new CardError('KEY_NOT_FOUND', { details: { use: 'sign' } });
    const { type = 'PKCS1' } = options;
    const reply = await send((pinText) =>
      makeSignature({ ...options, type, data, pin: pinText, reader: name, keyId, checkValidity }),
    );
    const cardNumber = String(reply.fields.cardSN ?? card.number);
    if (cardNumber !== card.number) {
      end(new CardError('WRONG_CARD', { details: { found: cardNumber } }));
      throw new CardError('WRONG_CARD', { details: { found: cardNumber } });
    }
    const signature = bytesOf(reply.fields.signature);
    if (signature === undefined)
      throw new CardError('SERVICE_PROTOCOL', { details: { reason: 'no signature' } });
    const certificate = bytesOf(reply.fields.certb64);
    const authorisation = bytesOf(reply.fields.SCAP);
    return {
      signature,
      cardNumber,
      ...(certificate === undefined ? {} : { certificate }),
      ...(authorisation === undefined ? {} : { authorisation }),
    };
  };

  const decrypt = async (ciphertext: Uint8Array, padding: DecryptPadding = 'pkcs1'): Promise<Uint8Array> => {
    if (padding !== 'pkcs1')
      throw new CardError('MECHANISM_UNSUPPORTED', { details: { mechanism: padding } });
    const reply = await send((pinText) => decryptData(ciphertext, pinText, name));
    const plain = bytesOf(reply.fields.plain);
    if (plain === undefined) throw new CardError('DECRYPT_FAILED');
    return plain;
  };

  return {
    card,
    makeSignature: sign,
    get signer() {
      return {
        certificate: certificateOf('sign'),
        ...(chain.length === 0 ? {} : { chain }),
        sign: async (data: Uint8Array, hash: HashName = 'SHA-256') => (await sign(data, { hash })).signature,
        signDigest: async (digest: Uint8Array, hash: HashName) => {
          // The service is not told the hash: the length of the digest says it.
          digestInfo(hash, digest);
          return (await sign(digest, { type: 'RAW' })).signature;
        },
      };
    },
    get decrypter() {
      return { certificate: certificateOf('exchange'), decrypt };
    },
    changePin: async (current: PinInput, next: PinInput) => {
      await withGuardedPin(next, { limits }, (nextBytes) =>
        withGuardedPin(current, { limits, retriesLeft: parts.retriesLeft() }, async (currentBytes) => {
          check();
          const text = new TextDecoder();
          await parts.send(changePinRequest(text.decode(currentBytes), text.decode(nextBytes), card.number));
          pin.fill(0);
          pin = nextBytes.slice();
        }),
      );
    },
    close: async () => end(new CardError('SESSION_CLOSED')),
  };
}
