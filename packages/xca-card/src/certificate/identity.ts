import { Cursor } from '../der/cursor.ts';
import { childrenOf, DerError, type Element, expectTag, readWhole } from '../der/element.ts';
import { TAG } from '../der/tags.ts';
import { textOf } from '../der/text.ts';
import { oidOf } from '../der/values.ts';
import type { Extension } from './extensions.ts';
import {
  AUTHORITIES,
  type CardKind,
  GPKI,
  SUBJECT_TYPES,
  type SubjectTypeEntry,
  TEST_PREFIX,
} from './gpki.ts';
import { type DistinguishedName, nameValues } from './name.ts';
import { OID } from './oids.ts';

/** Rank of a card: 正卡 `primary`, 附卡 `secondary`, 行動憑證 `mobile`. */
export type CardRank = 'primary' | 'secondary' | 'mobile';

/**
 * Whom a GPKI certificate is for. Everything here is what the certificate claims; it holds only when the path of the
 * certificate is valid.
 */
export interface GpkiIdentity {
  /** Names of the holder as they stand: every O, then every OU, then CN. */
  readonly holder: string;
  /** Places (L), in order: county, then township. */
  readonly places: readonly string[];
  /** OID of the subject type, and what it means where that is known. */
  readonly subjectType?: { readonly oid: string } & Partial<SubjectTypeEntry>;
  readonly rank?: CardRank;
  /** 統一編號 */
  readonly uniformNumber?: string;
  /** 組織物件識別碼 (OID) */
  readonly organisationOid?: string;
  /** Last four characters of a natural person's ID number. */
  readonly idTail?: string;
  /** The authority by its name, undefined when it is none of GPKI's card issuers. */
  readonly kindOfCard?: CardKind;
  /** What kind of card this is, zh-TW, such as `自然人憑證`. */
  readonly kindLabel?: string;
  /** True when the issuer calls itself a test authority or the policy is the test policy. */
  readonly test: boolean;
  /** Assurance level of the GPKI policies, 0 for test. */
  readonly assuranceLevel?: number;
  /**
   * 機關代碼 guessed as `XA` and the last eight digits of the organisation OID. No public document states this rule:
   * offer it for editing, never decide anything by it.
   */
  readonly suggestedAgencyCode?: string;
}

interface IdentitySource {
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly extensions: readonly Extension[];
  readonly policies?: readonly string[] | undefined;
}

export function readIdentity({ issuer, subject, extensions, policies = [] }: IdentitySource): GpkiIdentity {
  const attributes = directoryAttributes(extensions);
  const first = (oid: string) => attributes.get(oid)?.[0];
  const type = first(GPKI.subjectType);
  const rank = asRank(first(GPKI.rank));
  const organisationOid = first(GPKI.organisationOid);
  const authority = authorityOf(issuer);
  const level = assuranceLevel(policies);
  return {
    holder: ['O', 'OU', 'CN'].flatMap((name) => nameValues(subject, name)).join(' '),
    places: nameValues(subject, 'L'),
    ...(type !== undefined && { subjectType: { oid: type, ...SUBJECT_TYPES[type] } }),
    ...(rank && { rank }),
    ...optional('uniformNumber', first(GPKI.uniformNumber)),
    ...optional('organisationOid', organisationOid),
    ...optional('idTail', first(GPKI.idTail)),
    ...(authority.entry && { kindOfCard: authority.entry.kind, kindLabel: authority.entry.zh }),
    test: authority.test || level === 0,
    ...(level !== undefined && { assuranceLevel: level }),
    ...optional('suggestedAgencyCode', suggestAgencyCode(organisationOid)),
  };
}

/** `XA` and the last eight digits of an OID, digits counted across the dots; a guess, see {@link GpkiIdentity}. */
export function suggestAgencyCode(organisationOid: string | undefined): string | undefined {
  const digits = organisationOid?.replaceAll('.', '') ?? '';
  return digits.length < 8 ? undefined : `XA${digits.slice(-8)}`;
}

/** Values of subjectDirectoryAttributes by attribute type, OIDs and strings as text; other values are skipped. */
function directoryAttributes(extensions: readonly Extension[]): Map<string, string[]> {
  const attributes = new Map<string, string[]>();
  const extension = extensions.find(({ oid }) => oid === OID.subjectDirectoryAttributes);
  if (!extension) return attributes;
  for (const child of childrenOf(readWhole(extension.value, TAG.sequence))) {
    const cursor = Cursor.of(child);
    const type = oidOf(cursor.next());
    const values = childrenOf(expectTag(cursor.next(), TAG.set)).map(attributeText);
    cursor.done();
    attributes.set(type, [...(attributes.get(type) ?? []), ...values.filter((value) => value !== undefined)]);
  }
  return attributes;
}

function attributeText(element: Element): string | undefined {
  if (element.tag === TAG.oid) return oidOf(element);
  try {
    return textOf(element);
  } catch (error) {
    if (error instanceof DerError) return undefined;
    throw error;
  }
}

function authorityOf(issuer: DistinguishedName) {
  const units = nameValues(issuer, 'OU');
  const test = units.some((unit) => unit.startsWith(TEST_PREFIX));
  const bare = units.map((unit) => unit.replace(TEST_PREFIX, '').trim());
  const entry = AUTHORITIES.find(({ unit }) => bare.includes(unit));
  return { entry, test: test || entry?.kind === 'GTestCA' };
}

function assuranceLevel(policies: readonly string[]): number | undefined {
  const prefix = `${GPKI.assurancePolicies}.`;
  const levels = policies
    .filter((policy) => policy.startsWith(prefix))
    .map((policy) => Number(policy.slice(prefix.length)));
  return levels.find((level) => Number.isInteger(level));
}

function asRank(value: string | undefined): CardRank | undefined {
  return value === 'primary' || value === 'secondary' || value === 'mobile' ? value : undefined;
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  // One member under the given key, or none: what the computed key loses.
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}
