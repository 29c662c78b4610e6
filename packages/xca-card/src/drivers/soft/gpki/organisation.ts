import type { CardRank } from '../../../certificate/identity.ts';
import { buildCertificate } from './authority.ts';
import {
  basicConstraints,
  emailAltName,
  type GpkiAttributes,
  keyUsage,
  subjectDirectoryAttributes,
} from './extension-specs.ts';
import { createRsaKeyPair, type RsaKeyPair } from './keys.ts';
import type { NamePart } from './subject.ts';
import { type AuthorityId, issuedExtensions, issuerOf, keyBits, type TestGpki } from './test-gpki.ts';

/** A fictitious organisation as it would stand in an XCA certificate. */
export interface Organisation {
  readonly name: string;
  /** L attributes: county, then township; an XCA subject may have two. */
  readonly places?: readonly string[];
  /** OID of the subject type. Left out by default: none is published for 組織及團體. */
  readonly subjectType?: string;
  readonly organisationOid?: string;
  readonly uniformNumber?: string;
  readonly email?: string;
}

export interface OrganisationCertificateOptions {
  /** Default `xca`. */
  readonly authority?: AuthorityId;
  /** 正卡 or 附卡. Default `primary`. */
  readonly rank?: CardRank;
  readonly notBefore?: Date;
  /** Default: six years, to the second. */
  readonly notAfter?: Date;
  readonly modulusBits?: number;
  readonly createKeys?: (modulusBits: number) => Promise<RsaKeyPair>;
}

/** A key pair with its certificate. */
export interface CertifiedKey {
  readonly certificate: Uint8Array;
  readonly keys: RsaKeyPair;
}

/** The two certified key pairs of an organisation card: cert1 signs, cert2 opens what others encrypt. */
export interface OrganisationCertificates {
  readonly sign: CertifiedKey;
  readonly exchange: CertifiedKey;
}

/** Issues the two certificates of one organisation card. */
export async function issueOrganisation(
  gpki: TestGpki,
  organisation: Organisation,
  options: OrganisationCertificateOptions = {},
): Promise<OrganisationCertificates> {
  const { modulusBits = 2048, createKeys = createRsaKeyPair } = options;
  const [signKeys, exchangeKeys] = await Promise.all([createKeys(modulusBits), createKeys(modulusBits)]);
  const [sign, exchange] = await Promise.all([
    certifyKey(gpki, organisation, signKeys, 'sign', options),
    certifyKey(gpki, organisation, exchangeKeys, 'exchange', options),
  ]);
  return {
    sign: { certificate: sign, keys: signKeys },
    exchange: { certificate: exchange, keys: exchangeKeys },
  };
}

async function certifyKey(
  gpki: TestGpki,
  organisation: Organisation,
  keys: RsaKeyPair,
  use: 'sign' | 'exchange',
  options: OrganisationCertificateOptions,
): Promise<Uint8Array> {
  const { authority = 'xca', rank = 'primary', notBefore = new Date() } = options;
  const issuer = issuerOf(gpki, authority);
  const usage =
    use === 'sign' ? keyUsage('digitalSignature') : keyUsage('keyEncipherment', 'dataEncipherment');
  const extensions = [
    usage,
    basicConstraints(false, undefined, false),
    ...(await issuedExtensions(authority, keyBits(issuer.keys.spki), keyBits(keys.spki), gpki.baseUrl)),
    subjectDirectoryAttributes(gpkiAttributes(organisation, rank)),
    ...(organisation.email === undefined ? [] : [emailAltName(organisation.email)]),
  ];
  const spec = {
    subject: subjectOf(organisation),
    spki: keys.spki,
    notBefore,
    notAfter: options.notAfter ?? sixYearsAfter(notBefore),
    extensions,
  };
  return buildCertificate(spec, issuer);
}

/** `C=TW, L=…, L=…, O=…`: no CN, no serialNumber, no OU. */
function subjectOf(organisation: Organisation): NamePart[] {
  const places = (organisation.places ?? []).map((place): NamePart => ['L', place]);
  return [['C', 'TW'], ...places, ['O', organisation.name]];
}

function gpkiAttributes(organisation: Organisation, rank: CardRank): GpkiAttributes {
  const { subjectType, organisationOid, uniformNumber } = organisation;
  return {
    rank,
    ...(subjectType !== undefined && { subjectType }),
    ...(organisationOid !== undefined && { organisationOid }),
    ...(uniformNumber !== undefined && { uniformNumber }),
  };
}

function sixYearsAfter(date: Date): Date {
  const end = new Date(date);
  end.setUTCFullYear(end.getUTCFullYear() + 6);
  return end;
}
