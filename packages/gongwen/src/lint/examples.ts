import type { Announcement, Decree, Letter, Memo, Notice, OfficialLetter } from '../model/letter.ts';
import type { ContextOptions } from './context.ts';
import type { Example } from './rule.ts';

const issuer = { type: 'organisation', name: '嘉禾市政府', code: 'Z10000000A' } as const;
const office = { type: 'organisation', name: '嘉禾市東禾區公所', code: 'Z10000001B' } as const;
const base = {
  issuers: [issuer],
  issueDate: '2026-10-02',
  documentNumbers: [{ prefix: '府範', year: '115', serial: '0001234' }],
  urgency: '普通件',
  attachments: [],
} as const;

/** A short letter without fault, of fictitious agencies, into which examples are placed. */
export const plainLetter: OfficialLetter = {
  ...base,
  kind: 'letter',
  subtype: '函',
  address: '000嘉禾市範例路1號',
  contactLines: [
    '承辦人：許○○',
    '電話：(00)2345-6789分機123',
    '傳真：(00)2345-6780',
    '電子信箱：name@example.invalid',
  ],
  addressee: office,
  subject: '請於115年10月30日前填復綠美化成果調查表，請查照。',
  sections: [
    {
      name: '說明',
      items: [
        { text: '依本府115年度綠美化計畫辦理。', items: [] },
        { text: '調查表請以電子檔填報。', items: [] },
      ],
    },
  ],
  recipients: [office],
  copies: [],
  signatures: ['市長　許○○'],
};

export const plainNotice: Notice = {
  ...base,
  kind: 'meeting',
  addressee: office,
  subject: '研商綠美化成果調查事宜',
  times: [{ date: '2026-10-15', weekday: '四', time: '下午2時' }],
  place: '本府第一會議室（嘉禾市範例路1號）',
  chairs: [{ type: 'person', name: '許○○', title: '局長' }],
  contacts: [{ name: '陳○○', title: '科員', phone: '(00)2345-6789' }],
  attendees: [office],
  observers: [],
  copies: [],
  remarks: {
    name: '',
    items: [
      { text: '請攜帶成果資料。', items: [] },
      { text: '會場請自備環保杯。', items: [] },
    ],
  },
  signatures: [],
};

export const plainAnnouncement: Announcement = {
  kind: 'announcement',
  issuers: base.issuers,
  issueDate: base.issueDate,
  documentNumbers: base.documentNumbers,
  attachments: base.attachments,
  subject: '公告本市綠美化獎助申請期間。',
  sections: [
    { name: '依據', text: '嘉禾市綠美化自治條例第5條。', items: [] },
    { name: '公告事項', text: '申請期間為115年11月1日至115年11月30日。', items: [] },
  ],
  signatures: ['市長　許○○'],
};

export const plainDecree: Decree = {
  ...base,
  kind: 'decree',
  subtype: '令',
  subject: '修正「嘉禾市綠美化作業要點」第5點，自115年11月1日生效。',
  sections: [],
  recipients: [],
  copies: [],
  signatures: ['市長　許○○'],
};

export const plainMemo: Memo = {
  kind: 'memo',
  issuers: [{ type: 'unit', name: '資訊科' }],
  documentNumbers: [{ year: '115', serial: '0001234' }],
  attachments: [],
  subject: '擬辦理綠美化成果調查一案，簽請核示。',
  sections: [
    { name: '說明', text: '依年度計畫辦理。', items: [] },
    { name: '擬辦', text: '奉核後，函請各區公所填復。', items: [] },
  ],
  submitTo: [
    { type: 'person', name: '', title: '科長' },
    { type: 'person', name: '', title: '局長' },
  ],
  signatures: ['科員　陳○○'],
  signedDate: '2026-10-02',
};

/** A text placed into 說明 of the letter. */
export const inBody = (shown: string, changes: Partial<OfficialLetter> = {}): Example => ({
  shown,
  letter: { ...plainLetter, sections: [{ name: '說明', text: shown, items: [] }], ...changes },
});

/** A text in place of 主旨. */
export const inSubject = (shown: string, changes: Partial<OfficialLetter> = {}): Example => ({
  shown,
  letter: { ...plainLetter, subject: shown, ...changes },
});

/** The letter with fields changed; `shown` says in words what they are. */
export const withFields = (shown: string, changes: Partial<OfficialLetter>): Example => ({
  shown,
  letter: { ...plainLetter, ...changes },
});

export const inNotice = (shown: string, changes: Partial<Notice>): Example => ({
  shown,
  letter: { ...plainNotice, ...changes },
});

export const inAnnouncement = (shown: string, changes: Partial<Announcement>): Example => ({
  shown,
  letter: { ...plainAnnouncement, ...changes },
});

export const inDecree = (shown: string, changes: Partial<Decree>): Example => ({
  shown,
  letter: { ...plainDecree, ...changes },
});

export const inMemo = (shown: string, changes: Partial<Memo>): Example => ({
  shown,
  letter: { ...plainMemo, ...changes },
});

/** The letter without one of its optional fields. */
export function without<L extends Letter>(letter: L, field: keyof L & string): L {
  const { [field]: _, ...rest } = letter;
  // Only optional fields are taken out; the compiler cannot follow that through a computed key.
  return rest as unknown as L;
}

/** The example with what its caller says beside the letter. */
export const withContext = (context: ContextOptions, example: Example): Example => ({ ...example, context });

/** Bodies of examples in one call. */
export const inBodies = (...texts: readonly string[]): readonly Example[] =>
  texts.map((text) => inBody(text));
