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
