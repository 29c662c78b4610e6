/** Object identifiers of the Government PKI (GPKI), read from certificates in the field; verified 2026-11-23. */
export const GPKI = {
  subjectType: '2.16.886.1.100.2.1',
  rank: '2.16.886.1.100.2.2',
  idTail: '2.16.886.1.100.2.51',
  uniformNumber: '2.16.886.1.100.2.101',
  organisationOid: '2.16.886.1.100.2.102',
  /** Assurance levels: this arc and the level's number, 0 for test certificates. */
  assurancePolicies: '2.16.886.101.0.3',
} as const;

export interface SubjectTypeEntry {
  readonly kind:
    | 'natural-person'
    | 'government-agency'
    | 'government-unit'
    | 'company'
    | 'branch'
    | 'business'
    | 'school'
    | 'health-person'
    | 'health-organisation'
    | 'server';
  readonly zh: string;
  /** How the meaning is known: read in a specification or table, or observed in one certificate. */
  readonly basis: 'documented' | 'observed';
}

/** Subject types by the OID under subjectType; verified 2026-11-23. */
export const SUBJECT_TYPES: Readonly<Record<string, SubjectTypeEntry>> = {
  '2.16.886.1.100.3.1.1': { kind: 'natural-person', zh: '自然人', basis: 'documented' },
  '2.16.886.1.100.3.1.7': { kind: 'health-person', zh: '醫事人員', basis: 'documented' },
  '2.16.886.1.100.3.1.9': { kind: 'natural-person', zh: '自然人（行動憑證）', basis: 'observed' },
  '2.16.886.1.100.3.2.1.1': { kind: 'government-agency', zh: '政府機關', basis: 'documented' },
  '2.16.886.1.100.3.2.1.2': { kind: 'government-unit', zh: '政府單位', basis: 'documented' },
  '2.16.886.1.100.3.2.2.1.1': { kind: 'company', zh: '公司', basis: 'documented' },
  '2.16.886.1.100.3.2.2.3.3.1': { kind: 'branch', zh: '分公司', basis: 'documented' },
  '2.16.886.1.100.3.2.2.3.1': { kind: 'business', zh: '行號', basis: 'documented' },
  '2.16.886.1.100.3.2.11': { kind: 'school', zh: '學校', basis: 'observed' },
  '2.16.886.1.100.3.2.21': { kind: 'health-organisation', zh: '醫事機構', basis: 'documented' },
  '2.16.886.1.100.3.3.1': { kind: 'server', zh: '伺服器', basis: 'documented' },
};

/** Which authority a card is from. */
export type CardKind = 'XCA' | 'GCA' | 'MOICA' | 'MOEACA' | 'GTestCA';

/** Card-issuing authorities by the OU of the issuer's name; verified 2026-11-23. */
export const AUTHORITIES: readonly { readonly kind: CardKind; readonly unit: string; readonly zh: string }[] =
  [
    { kind: 'XCA', unit: '組織及團體憑證管理中心', zh: '組織及團體憑證' },
    { kind: 'GCA', unit: '政府憑證管理中心', zh: '機關憑證' },
    { kind: 'MOICA', unit: '內政部憑證管理中心', zh: '自然人憑證' },
    { kind: 'MOEACA', unit: '工商憑證管理中心', zh: '工商憑證' },
    { kind: 'GTestCA', unit: '政府測試憑證管理中心', zh: '測試憑證' },
  ];

/** What test authorities put before their name. */
export const TEST_PREFIX = '(測試用)';
