import type { CardCertificate, KeyUse } from '../card/card.ts';
import type { CardProfile } from './card-profile.ts';
import { type CertificateTraits, hex, readCertificateTraits } from './certificate-traits.ts';

/** A certificate object as a token shows it. */
export interface TokenCertificate {
  readonly label: string;
  /** CKA_ID. */
  readonly id: Uint8Array;
  readonly der: Uint8Array;
}

/** The certificates of a card with their uses, and the CKA_ID (hex) of the two keys. */
export interface CertificateSelection {
  readonly certificates: readonly CardCertificate[];
  readonly keyIds: Readonly<Partial<Record<KeyUse, string>>>;
}

/**
 * Finds cert1 and cert2 among the certificates of a token: by CKA_ID, then label, then key usage. An authority's
 * certificate (basicConstraints cA) is never taken, although those of the third generation have digitalSignature.
 */
export function selectCertificates(
  found: readonly TokenCertificate[],
  profile: CardProfile,
): CertificateSelection {
  const known = found.flatMap((certificate) => {
    const traits = readCertificateTraits(certificate.der);
    return traits === undefined ? [] : [{ certificate, traits }];
  });
  const holders = known.filter(({ traits }) => !traits.ca);
  const sign = pick('sign', holders, profile);
  const exchange = pick(
    'exchange',
    holders.filter(({ certificate }) => certificate !== sign),
    profile,
  );
  const certificates: CardCertificate[] = [];
  if (sign !== undefined) certificates.push(named(sign, 'sign'));
  if (exchange !== undefined) certificates.push(named(exchange, 'exchange'));
  const authorities = known.filter(({ traits }) => traits.ca);
  for (const use of ['ca', 'root'] as const) {
    for (const { certificate, traits } of authorities) {
      if (traits.selfIssued === (use === 'root')) certificates.push(named(certificate, use));
    }
  }
  return {
    certificates,
    keyIds: {
      ...(sign === undefined ? {} : { sign: hex(sign.id) }),
      ...(exchange === undefined ? {} : { exchange: hex(exchange.id) }),
    },
  };
}

interface Known {
  readonly certificate: TokenCertificate;
  readonly traits: CertificateTraits;
}

function pick(use: KeyUse, holders: readonly Known[], profile: CardProfile): TokenCertificate | undefined {
  const hint = profile.keys[use];
  for (const id of hint.ids) {
    const match = holders.find(({ certificate }) => hex(certificate.id) === id);
    if (match !== undefined) return match.certificate;
  }
  for (const label of hint.labels) {
    const match = holders.find(({ certificate }) => certificate.label === label);
    if (match !== undefined) return match.certificate;
  }
  const fits = holders.filter(({ traits }) => (use === 'sign' ? traits.signs : traits.enciphers));
  return (fits.find(({ traits }) => traits.signs !== traits.enciphers) ?? fits[0])?.certificate;
}

function named(certificate: TokenCertificate, use: CardCertificate['use']): CardCertificate {
  return { use, label: certificate.label, id: idText(certificate.id), der: certificate.der };
}

/** CKA_ID as text where it is printable ASCII, otherwise hex. */
export function idText(id: Uint8Array): string {
  const printable = id.length > 1 && id.every((byte) => byte >= 0x21 && byte <= 0x7e);
  return printable ? String.fromCharCode(...id) : hex(id);
}
