import type { CardCertificate } from '../../card/card.ts';
import type { CardRank } from '../../certificate/identity.ts';
import { type CardRecord, encodeKeys, storeCertificate } from './card-record.ts';
import { issueOrganisation, type Organisation, type OrganisationCertificates } from './gpki/organisation.ts';
import type { AuthorityId, TestGpki } from './gpki/test-gpki.ts';
import { USER_CODE_TRIES } from './secret-check.ts';
import type { SoftStore } from './soft-store.ts';
import { checkUserCode } from './user-code.ts';
import { randomKey, seal, wrapKey } from './vault.ts';

export interface IssueCardOptions {
  readonly organisation: Organisation;
  /** 用戶代碼, chosen at application: 6 to 10 characters. Opens, unlocks and renews the card. */
  readonly userCode: string;
  /** Default `primary` (正卡). */
  readonly rank?: CardRank;
  /** Default `xca`. */
  readonly authority?: AuthorityId;
  /** Card number, 16 characters. Default: a random one of the shape `TT00…`. */
  readonly number?: string;
  /** Start of validity. Default: the store's now. */
  readonly notBefore?: Date;
  /** End of validity. Default: six years after the start. */
  readonly notAfter?: Date;
}

const LABEL = 'HiCOS PKI Smart Card';
const AUTHORITY_ROOTS: Readonly<Record<AuthorityId, AuthorityId>> = {
  'root-g1': 'root-g1',
  'root-g2': 'root-g2',
  'root-g3': 'root-g3',
  xca: 'root-g2',
  gca: 'root-g2',
  moica: 'root-g2',
  'xca-g3': 'root-g3',
};

/**
 * Issues a simulated card: keys, certificates and user code, not opened (開卡) and in no reader.
 *
 * @throws CardError `USER_CODE_FORMAT`
 */
export async function issueSoftCard(store: SoftStore, options: IssueCardOptions): Promise<CardRecord> {
  const { organisation, rank = 'primary', authority = 'xca', number = randomNumber() } = options;
  if (!/^[0-9A-Z]{16}$/.test(number)) throw new TypeError('number must have 16 capital letters and digits');
  const userCode = checkUserCode(options.userCode);
  const gpki = await store.gpki();
  const notBefore = options.notBefore ?? store.now();
  const certificates = await issueOrganisation(gpki, organisation, {
    authority,
    rank,
    notBefore,
    ...(options.notAfter && { notAfter: options.notAfter }),
  });
  const { parseCertificate } = await import('../../certificate/certificate.ts');
  const cardKey = randomKey();
  const keys = { sign: certificates.sign.keys.pkcs8, exchange: certificates.exchange.keys.pkcs8 };
  const record: CardRecord = {
    format: 'kcc-soft-card-1',
    number,
    label: LABEL,
    authority,
    rank,
    organisation,
    issuedAt: notBefore.toISOString(),
    notAfter: parseCertificate(certificates.sign.certificate).notAfter.toISOString(),
    userCode: { triesLeft: USER_CODE_TRIES, wrapped: await wrapKey(userCode, cardKey, store.rounds) },
    keys: await seal(cardKey, encodeKeys(keys)),
    certificates: cardCertificates(gpki, authority, certificates).map(storeCertificate),
  };
  cardKey.fill(0);
  await store.storage.exclusive(() => store.saveCard(record));
  return record;
}

/** The four certificates in the order and under the names of HiCOS. */
function cardCertificates(
  gpki: TestGpki,
  authority: AuthorityId,
  certificates: OrganisationCertificates,
): CardCertificate[] {
  const { authorities } = gpki;
  return [
    { use: 'sign', label: 'cert1', id: 'SIGN', der: certificates.sign.certificate },
    { use: 'exchange', label: 'cert2', id: 'KEYX', der: certificates.exchange.certificate },
    { use: 'ca', label: 'CA Cert', id: 'CACert', der: authorities[authority].certificate },
    {
      use: 'root',
      label: 'ROOT CA Cert',
      id: 'ROOTCACert',
      der: authorities[AUTHORITY_ROOTS[authority]].certificate,
    },
  ];
}

function randomNumber(): string {
  const digits = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte % 10);
  return `TT00${digits.join('')}`;
}
