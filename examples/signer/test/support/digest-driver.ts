import { constants, createPrivateKey, privateEncrypt } from 'node:crypto';
import type { Card, CardDriver } from '@kcc/xca-card';
import { CardError } from '@kcc/xca-card';
import type { OrganisationCertificates } from '@kcc/xca-card/soft';
import type { DigestSigner } from '../../src/card/perform.ts';
import { NUMBER, PIN } from './world.ts';

const SHA256_INFO = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** A card whose key also signs digests made elsewhere: the ability that RAW asks for. */
export function digestDriver({ sign, exchange }: OrganisationCertificates): CardDriver {
  const key = createPrivateKey({ key: Buffer.from(sign.keys.pkcs8), format: 'der', type: 'pkcs8' });
  const certificate = sign.certificate;
  const card: Card = {
    number: NUMBER,
    label: 'digest card',
    certificates: [{ use: 'sign', label: 'cert1', id: 'SIGN', der: certificate }],
  };
  const unused = async () => {
    throw new CardError('FUNCTION_FAILED');
  };
  const signer: DigestSigner = {
    certificate,
    sign: unused,
    signDigest: async (digest) =>
      privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, Buffer.concat([SHA256_INFO, digest])),
  };
  return {
    name: 'digest',
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
