/** The printed 申請書 of the council's briefing: sections E and D. */
export const applicationSample = {
  application: {
    cardKind: '正卡',
    agreedToTerms: true,
    caseNumber: '0400100000000000000080067',
    filledOn: '2019-10-07',
    uploaded: true,
  },
  organisation: {
    name: '測試',
    address: { postalCode: '83074', county: '高雄市', district: '鳳山區', street: '測試' },
    phone: '077470171',
  },
  contact: {
    name: '測試',
    purpose: '電子公文交換',
    email: '123@132.tw',
    address: { postalCode: '83074', county: '高雄市', district: '鳳山區', street: '測試' },
    phone: '077470171',
  },
  seals: {},
} as const;

/** The cover letter of the council's briefing: section H. The masked telephone numbers are replaced by whole ones. */
export const coverLetterSample = {
  sender: {
    name: '高雄市議員○○○服務處',
    address: { postalCode: '830', county: '高雄市', district: '鳳山區', street: '範例路1段1號1樓' },
    drafter: '王小明',
    phone: '07-7470171',
    fax: '07-7109000',
    email: '123@123.tw',
  },
  heading: { issueDate: '2019-11-12', number: '○○議員字第0000000001號' },
  cards: { purpose: '公文電子交換', primary: ['0400100000000000000053421'] },
} as const;

/** Complete data of every form of the catalogue; the first two are the briefing's own, all others fictitious. */
export const samples: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>> =
  {
    'xca-organisation-search': { search: { name: '高雄市議員○○○服務處' } },
    'xca-application-primary': applicationSample,
    'xca-application-secondary': {
      ...applicationSample,
      application: {
        ...applicationSample.application,
        cardKind: '附卡',
        caseNumber: '0400100000000000000080068',
      },
      contact: { ...applicationSample.contact, fax: '07-7109000' },
    },
    'xca-user-code-letter': { code: { caseNumber: '0400100000000000000080067', userCode: '111111111' } },
    'xca-payment': {
      cases: { caseNumbers: ['0400100000000000000080067'], kind: '一般申請', organisation: '測試' },
      payment: { cards: 1, amount: 420, method: 'ATM或臨櫃繳款', deadline: '2019-10-21' },
    },
    'xca-cover-letter': coverLetterSample,
    'xca-card-opening': {
      card: {
        number: 'GP0000000123',
        holder: '高雄市議員○○○服務處',
        expiresOn: '2025-11-11',
        issuedOn: '2019-11-12',
      },
      codes: { userCode: 'hush-code', pin: '48151623' },
    },
    'exchange-consent': { applicant: { name: '高雄市議員○○○服務處', agreed: true }, review: {} },
    'g2b2c-01': {
      authority: { appliedOn: '2019-12-02', code: '398000000A' },
      applicant: { code: 'XA19102568', name: '高雄市議員○○○服務處', oid: '2.16.886.119.102568' },
      contact: { name: '王小明', phone: '07-7470171#12', email: '123@132.tw' },
      connection: { cardNumber: 'GP0000000123', use: '電子公文交換用憑證', externalIp: '163.29.1.1' },
      office: {},
    },
    'exchange-forwarding-letter': {
      sender: coverLetterSample.sender,
      heading: { issueDate: '2019-12-03', number: '○○議員字第0000000002號', urgency: '速件' },
      enclosed: { consent: true, application: true, code: 'XA19102568' },
    },
    'g2b2c-change': {
      office: { code: 'XA19102568', name: '高雄市議員○○○服務處', contact: '王小明', phone: '07-7470171' },
      change: { kind: 'IP', before: '163.29.1.1', after: '163.29.1.9', effectiveOn: '2019-12-31' },
    },
    'g2b2c-restore': {
      office: { code: 'XA19102568', name: '高雄市議員○○○服務處', contact: '王小明', phone: '07-7470171' },
      certificate: { expiredOn: '2025-11-11', renewedOn: '2025-12-01' },
    },
    'xca-revocation': {
      organisation: { name: '高雄市議員○○○服務處', oid: '2.16.886.119.102568' },
      certificate: { cardNumber: 'GP0000000123', kind: '正卡', reason: '內容不符', changedOn: '2019-12-01' },
      contact: { name: '王小明', phone: '07-7470171', filledOn: '2019-12-10' },
      seals: {},
    },
  };

/** The user code and PIN that stand in the samples: they must appear in no output but the one made for them. */
export const sampleSecrets = ['111111111', 'hush-code', '48151623'] as const;

/** The day on which each sample is looked at. */
export const sampleDay = (formId: string): string =>
  formId === 'g2b2c-restore' ? '2025-12-02' : '2019-12-10';
