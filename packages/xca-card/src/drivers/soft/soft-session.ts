import type { Card, CardSession, PinInput } from '../../card/card.ts';
import { digestInfo } from '../../card/digest-info.ts';
import { CardError } from '../../errors/card-error.ts';
import type { FaultPlayer, SoftOperation } from './faults.ts';
import type { KeyOperations } from './key-operations.ts';
import { softError } from './soft-error.ts';

/** What a session asks of the world around it. */
export interface SessionWorld {
  readonly card: Card;
  readonly keys: KeyOperations;
  readonly faults: FaultPlayer;
  /** True while the same insertion of the same card lasts. */
  isPresent(): Promise<boolean>;
  changePin(current: PinInput, next: PinInput): Promise<void>;
}

/** A session on a simulated card: every operation fails once the card was out, even if it is back. */
export function createSoftSession(world: SessionWorld): CardSession {
  const { card, keys } = world;
  let closed = false;
  const requirePresent = async () => {
    if (!(await world.isPresent())) {
      close();
      throw softError('CARD_REMOVED');
    }
  };
  const perform = async <T>(operation: SoftOperation, work: () => Promise<T>): Promise<T> => {
    if (closed) throw softError('SESSION_CLOSED');
    const fault = world.faults.begin(operation);
    await fault('before');
    await requirePresent();
    const result = await work();
    await fault('after');
    await requirePresent();
    return result;
  };
  const close = () => {
    closed = true;
    keys.destroy();
  };
  return {
    card,
    signer: {
      certificate: certificateOf(card, 'sign'),
      chain: card.certificates.filter(({ use }) => use === 'ca').map(({ der }) => der),
      sign: (data, hash = 'SHA-256') => perform('sign', () => keys.sign(data, hash)),
      signDigest: async (digest, hash) => {
        const block = digestInfo(hash, digest);
        return await perform('sign', async () => keys.signBlock(block));
      },
    },
    decrypter: {
      certificate: certificateOf(card, 'exchange'),
      decrypt: (ciphertext, padding = 'oaep-sha256') =>
        perform('decrypt', () => keys.decrypt(ciphertext, padding)),
    },
    changePin: (current, next) => perform('change-pin', () => world.changePin(current, next)),
    async close() {
      close();
    },
  };
}

function certificateOf(card: Card, use: 'sign' | 'exchange'): Uint8Array {
  const found = card.certificates.find((certificate) => certificate.use === use);
  if (!found) throw new CardError('CERTIFICATE_NOT_FOUND', { details: { use } });
  return found.der;
}
