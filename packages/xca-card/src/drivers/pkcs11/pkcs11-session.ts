import { createHash } from 'node:crypto';
import type { Card, CardSession, DecryptPadding, HashName, PinInput } from '../../card/card.ts';
import { digestInfo } from '../../card/digest-info.ts';
import { type PinLimits, withGuardedPin } from '../../card/pin-guard.ts';
import { CardError } from '../../errors/card-error.ts';
import type { RefusedPins } from '../refused-pins.ts';
import type { HostProcess } from './host-process.ts';
import type { HostCallName, HostCalls } from './host-protocol.ts';

export interface Pkcs11SessionParts {
  readonly host: HostProcess;
  /** Number of the session in the process, valid for one generation of it. */
  readonly session: number;
  readonly generation: number;
  readonly card: Card;
  readonly reader: string;
  readonly limits: PinLimits;
  readonly refused: RefusedPins;
}

/** Larger data is hashed here instead of being sent to the module's process. */
const HASH_HERE_ABOVE = 64 * 1024;

/** A {@link CardSession} whose login lives in the module's process. */
export function createPkcs11Session(parts: Pkcs11SessionParts): CardSession {
  const { host, session, card, limits, refused } = parts;
  let ended: CardError | undefined;

  const call = async <Name extends HostCallName>(
    name: Name,
    args: HostCalls[Name]['args'],
  ): Promise<HostCalls[Name]['result']> => {
    if (ended !== undefined) throw new CardError(ended.code, { details: ended.details });
    if (host.generation !== parts.generation) ended = new CardError('SESSION_CLOSED');
    if (ended !== undefined) throw ended;
    try {
      return await host.call(name, args, parts.reader);
    } catch (error) {
      if (error instanceof CardError && FINAL.has(error.code)) ended = error;
      throw error;
    }
  };
  const certificateOf = (use: 'sign' | 'exchange'): Uint8Array => {
    const found = card.certificates.find((certificate) => certificate.use === use);
    if (found === undefined) throw new CardError('CERTIFICATE_NOT_FOUND', { details: { use } });
    return found.der;
  };
  const chain = card.certificates.filter(({ use }) => use === 'ca' || use === 'root').map(({ der }) => der);

  return {
    card,
    get signer() {
      return {
        certificate: certificateOf('sign'),
        ...(chain.length === 0 ? {} : { chain }),
        sign: (data: Uint8Array, hash = 'SHA-256' as const) => {
          if (data.length <= HASH_HERE_ABOVE) return call('sign', { session, hash, data });
          const digest = createHash(hash.replace('-', '').toLowerCase()).update(data).digest();
          return call('sign', { session, hash, digest });
        },
        signDigest: async (digest: Uint8Array, hash: HashName) => {
          digestInfo(hash, digest);
          return await call('sign', { session, hash, digest });
        },
      };
    },
    get decrypter() {
      return {
        certificate: certificateOf('exchange'),
        decrypt: (data: Uint8Array, padding?: DecryptPadding) =>
          call('decrypt', padding === undefined ? { session, data } : { session, data, padding }),
      };
    },
    changePin: async (current: PinInput, next: PinInput) => {
      const retriesLeft = refused.triesLeft(card.number);
      const change = async (currentBytes: Uint8Array, nextBytes: Uint8Array): Promise<void> => {
        const args = { session, current: currentBytes, next: nextBytes };
        await refused.watch(card.number, () => call('changePin', args));
      };
      await withGuardedPin(next, { limits }, (nextBytes) =>
        withGuardedPin(current, { limits, retriesLeft }, (currentBytes) => change(currentBytes, nextBytes)),
      );
    },
    close: async () => {
      if (ended !== undefined && ended.code === 'SESSION_CLOSED') return;
      const reachable = ended === undefined && host.generation === parts.generation && host.pid !== undefined;
      ended = new CardError('SESSION_CLOSED');
      if (reachable) await host.call('close', { session }, parts.reader).catch(() => null);
    },
  };
}

/** After these the login is gone. */
const FINAL: ReadonlySet<string> = new Set(['CARD_REMOVED', 'SESSION_CLOSED', 'MODULE_FAILED']);
