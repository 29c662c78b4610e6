import type { Decrypter, Signer } from '../../src/card/card.ts';
import type { OrganisationCertificates } from '../../src/drivers/soft/gpki/organisation.ts';
import { createKeyOperations } from '../../src/drivers/soft/key-operations.ts';

/** The two keys of an organisation as signer and decrypter, without a card around them. */
export function softwareKeys(
  organisation: OrganisationCertificates,
  chain: readonly Uint8Array[] = [],
): { readonly signer: Signer; readonly decrypter: Decrypter } {
  const { sign, exchange } = organisation;
  const keys = createKeyOperations({ sign: sign.keys.pkcs8, exchange: exchange.keys.pkcs8 });
  return {
    signer: {
      certificate: sign.certificate,
      chain,
      sign: (data, hash = 'SHA-256') => keys.sign(data, hash),
    },
    decrypter: {
      certificate: exchange.certificate,
      decrypt: (ciphertext, padding = 'oaep-sha256') => keys.decrypt(ciphertext, padding),
    },
  };
}
