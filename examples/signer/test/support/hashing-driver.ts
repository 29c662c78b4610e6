import type { Card, CardDriver, Signer } from '@kcc/xca-card';
import { CardError } from '@kcc/xca-card';
import type { OrganisationCertificates } from '@kcc/xca-card/soft';
import { NUMBER, PIN } from './world.ts';

/** A card that only signs what it hashes itself, and so lacks the ability that RAW asks for. */
export function hashingDriver({ sign, exchange }: OrganisationCertificates): CardDriver {
  const certificate = sign.certificate;
  const card: Card = {
    number: NUMBER,
    label: 'hashing card',
    certificates: [{ use: 'sign', label: 'cert1', id: 'SIGN', der: certificate }],
  };
  const unused = async () => {
    throw new CardError('FUNCTION_FAILED');
  };
  const signer: Signer = { certificate, sign: unused };
  return {
    name: 'hashing',
    readers: async () => [{ name: 'R', id: 'R', card }],
    open: async (_reader, pin) => {
      if (pin !== PIN) throw new CardError('PIN_INCORRECT', { details: { retriesLeft: 2 } });
      const decrypter = { certificate: exchange.certificate, decrypt: unused };
      return { card, signer, decrypter, changePin: unused, close: async () => undefined };
    },
    async *events() {
      // No card comes or goes.
    },
    close: async () => undefined,
  };
}
