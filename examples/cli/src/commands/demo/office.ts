import { kaohsiung } from '@kcc/forms';

/** Everything in this file is made up; only the public names of the two authorities are real. */
export const OFFICE = {
  name: '高雄市議員○○○服務處',
  code: 'XA00100004',
  oid: '2.16.886.119.999.100004',
  county: '高雄市',
  district: '鳳山區',
  postalCode: '83074',
  street: '示範路一段1號1樓',
  phone: '07-7470171',
  fax: '07-7109000',
  email: 'office@example.invalid',
  drafter: '王小明',
} as const;

export const COUNCIL = { name: '高雄市議會', code: '398000000A', oid: '2.16.886.101.999.1' } as const;
export const CITY = { name: '高雄市政府', code: '397000000A', oid: '2.16.886.101.999.2' } as const;

/** PIN and 用戶代碼 of the simulated cards; they protect nothing. */
export const DEMO_PIN = '13572468';
export const DEMO_USER_CODE = 'Demo-2468';

const CASES = { primary: '0400100000000000000080067', secondary: '0400100000000000000080083' } as const;

const address = {
  postalCode: OFFICE.postalCode,
  county: OFFICE.county,
  district: OFFICE.district,
  street: OFFICE.street,
};

/** 正卡 or 附卡 application of the office, as it would be typed into the web form. */
export function applicationData(kind: 'primary' | 'secondary', filledOn: string) {
  return {
    application: {
      cardKind: kind === 'primary' ? '正卡' : '附卡',
      agreedToTerms: true,
      caseNumber: CASES[kind],
      filledOn,
      uploaded: true,
    },
    organisation: { name: OFFICE.name, address, phone: OFFICE.phone, fax: OFFICE.fax },
    contact: {
      name: OFFICE.drafter,
      purpose: '電子公文交換',
      email: OFFICE.email,
      sameAddress: true,
      phone: OFFICE.phone,
    },
  };
}

/** The 函 that goes with an application. */
export function coverLetterData(kind: 'primary' | 'secondary', issueDate: string, number: string) {
  return {
    sender: {
      name: OFFICE.name,
      address,
      drafter: OFFICE.drafter,
      phone: OFFICE.phone,
      fax: OFFICE.fax,
      email: OFFICE.email,
      signature: '議員○○○',
    },
    heading: { issueDate, number },
    cards: { purpose: '公文電子交換', [kind]: [CASES[kind]] },
  };
}

/** 高雄市交換中心連線規範同意書. */
export const consentData = { applicant: { name: OFFICE.name, agreed: true } };

/** 電子交換連線申請表 G2B2C-01. The IP address must be a public one; this is a well-known public name server's. */
export function connectionData(appliedOn: string, cardNumber: string) {
  return {
    authority: { appliedOn },
    applicant: { code: OFFICE.code, name: OFFICE.name },
    contact: { name: OFFICE.drafter, phone: OFFICE.phone, email: OFFICE.email },
    connection: { cardNumber, externalIp: '168.95.1.1' },
  };
}

/** What forms are filled with besides data. */
export const formOptions = (asOf: string) => ({ asOf, council: kaohsiung });
