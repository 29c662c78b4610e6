import type { Letter, OfficialLetter, Section } from '../../src/model/index.ts';
import type { Announcement, Decree, Memo, Notice } from '../../src/model/letter.ts';

/** A letter with one fault, and the rule that should name it. */
export interface Planted {
  readonly fault: string;
  readonly rule: string;
  readonly letter: Letter;
}

const school = { type: 'organisation', name: '國立嘉禾高級中學' } as const;
const board = { type: 'organisation', name: '嘉禾市政府教育局' } as const;

const letter = (changes: Partial<OfficialLetter>): OfficialLetter => ({
  kind: 'letter',
  subtype: '函',
  issuers: [board],
  address: '000嘉禾市學府路20號5樓',
  contactLines: ['承辦人：林○○', '電話：(00)2211-3344分機21', '電子信箱：lin@example.invalid'],
  addressee: school,
  issueDate: '2026-10-06',
  documentNumbers: [{ prefix: '嘉教社', year: '115', serial: '0045210' }],
  urgency: '普通件',
  attachments: [],
  subject: '檢送「114學年度社團評鑑」結果1份，請查照。',
  attachmentText: '如主旨',
  sections: [
    {
      name: '說明',
      items: [
        { text: '依本局115年8月3日嘉教社字第1150031199號函續辦。', items: [] },
        { text: '評鑑結果列優等者，每校補助新臺幣2萬元。', items: [] },
        { text: '領據請於115年11月20日前送本局社教科。', items: [] },
      ],
    },
  ],
  recipients: [school],
  copies: [],
  signatures: ['局長　林○○'],
  ...changes,
});

/** 說明 with these items. */
const said = (...texts: string[]): { readonly sections: readonly Section[] } => ({
  sections: [{ name: '說明', items: texts.map((text) => ({ text, items: [] })) }],
});

const notice = (changes: Partial<Notice>): Notice => ({
  kind: 'meeting',
  issuers: [board],
  addressee: school,
  issueDate: '2026-10-06',
  documentNumbers: [{ prefix: '嘉教社', year: '115', serial: '0045300' }],
  urgency: '速件',
  attachments: [],
  subject: '115學年度社團評鑑第1次籌備會議',
  times: [{ date: '2026-10-21', weekday: '三', time: '上午9時30分' }],
  place: '本局401會議室（嘉禾市學府路20號4樓）',
  chairs: [{ type: 'person', name: '林○○', title: '副局長' }],
  contacts: [{ name: '周○○', title: '專員', phone: '(00)2211-3344' }],
  attendees: [school],
  observers: [],
  copies: [],
  signatures: [],
  ...changes,
});

const memo = (changes: Partial<Memo>): Memo => ({
  kind: 'memo',
  issuers: [{ type: 'unit', name: '社教科' }],
  documentNumbers: [{ year: '115', serial: '0004521' }],
  attachments: [],
  subject: '本局擬補助社團評鑑優等學校一案，簽請核示。',
  sections: [
    { name: '說明', text: '評鑑業於115年9月辦竣，優等學校計5校。', items: [] },
    { name: '擬辦', text: '奉核後，函請各校檢送領據。', items: [] },
  ],
  submitTo: [
    { type: 'person', name: '', title: '科長' },
    { type: 'person', name: '', title: '局長' },
  ],
  signatures: ['專員　周○○'],
  signedDate: '2026-10-06',
  ...changes,
});

const announcement = (changes: Partial<Announcement>): Announcement => ({
  kind: 'announcement',
  issuers: [board],
  issueDate: '2026-10-06',
  documentNumbers: [{ prefix: '嘉教社', year: '115', serial: '0045400' }],
  attachments: [],
  subject: '公告本市補習班稽查結果。',
  sections: [
    { name: '依據', text: '補習及進修教育法第25條。', items: [] },
    { name: '公告事項', text: '稽查結果如附件。', items: [] },
  ],
  signatures: ['局長　林○○'],
  ...changes,
});

const decree = (changes: Partial<Decree>): Decree => ({
  kind: 'decree',
  subtype: '令',
  issuers: [board],
  issueDate: '2026-10-06',
  documentNumbers: [{ prefix: '嘉教社', year: '115', serial: '0045500' }],
  attachments: [],
  subject: '訂定「嘉禾市社團評鑑作業要點」，自115年12月1日生效。',
  sections: [],
  recipients: [],
  copies: [],
  signatures: ['局長　林○○'],
  ...changes,
});

const plant = (rule: string, fault: string, planted: Letter): Planted => ({
  rule: `GW-${rule}`,
  fault,
  letter: planted,
});

/** The letters from which the faults were made; nothing is wrong with them. */
export const UNTOUCHED: readonly Letter[] = [letter({}), notice({}), memo({}), announcement({}), decree({})];

/** Forty letters with one fault each, written before the rules were tried on them. */
export const PLANTED: readonly Planted[] = [
  plant('S005', '空的辦法段', letter({ sections: [...letter({}).sections, { name: '辦法', items: [] }] })),
  plant('S011', '期限只在說明', letter({ deadline: '2026-11-20', subject: '檢送評鑑結果1份，請查照。' })),
  plant('S012', '日期沒填', letter(said('領據請於115年○月○日前送本局。'))),
  plant('H003', '全銜帶文別', letter({ issuers: [{ type: 'organisation', name: '嘉禾市政府教育局函' }] })),
  plant(
    'H011',
    '文號年度是去年',
    letter({ documentNumbers: [{ prefix: '嘉教社', year: '114', serial: '0045210' }] }),
  ),
  plant(
    'H014',
    '限期公文填速別',
    letter({ deadline: '2026-11-20', subject: '請於115年11月20日前送領據，請查照。' }),
  ),
  plant('H018', '附件：無', letter({ attachmentText: '無', subject: '請派員參加社團評鑑，請查照。' })),
  plant('B004', '主旨沒有句號', letter({ subject: '檢送「114學年度社團評鑑」結果1份，請查照' })),
  plant('B006', '上行函請查照', letter({ relation: 'up', subject: '檢陳評鑑結果1份，請查照。' })),
  plant('B009', '說明又請查照', letter(said('領據請依限送達。', '本案如有疑義，請逕洽本局，請查照。'))),
  plant('P009', '文字裡的項次', letter(said('一、依本局函續辦。', '領據請依限送達。'))),
  plant(
    'T002',
    '上行稱貴部',
    letter({
      relation: 'up',
      subject: '檢陳評鑑結果1份，請鑒核。',
      ...said('依貴部規定辦理。', '餘依計畫辦理。'),
    }),
  ),
  plant('T005', '挪抬', letter(said('依 貴局來函辦理。', '餘依計畫辦理。'))),
  plant('T006', '惠請', letter(said('惠請提供評鑑照片。', '餘依計畫辦理。'))),
  plant('T016', '乙份', letter({ subject: '檢送評鑑結果乙份，請查照。' })),
  plant('C003', '部份', letter(said('部份學校未送領據。', '餘依計畫辦理。'))),
  plant('C023', '盡速', letter(said('請盡速送領據。', '餘依計畫辦理。'))),
  plant('C038', '會議記錄', letter(said('會議記錄另送。', '餘依計畫辦理。'))),
  plant('C047', '台北', letter(said('請至台北車站集合。', '餘依計畫辦理。'))),
  plant('N001', '西元年', letter(said('預定2027年辦理下次評鑑。', '餘依計畫辦理。'))),
  plant('N003', '星期用括號', letter(said('訂於11月18日(三)評鑑。', '餘依計畫辦理。'))),
  plant('N004', '星期不對', letter(said('訂於115年11月18日（星期五）評鑑。', '餘依計畫辦理。'))),
  plant('N005', '24小時制帶冒號', letter(said('評鑑自下午13:30開始。', '餘依計畫辦理。'))),
  plant('N011', '金額沒有分節', letter(said('每校補助新臺幣20000元。', '餘依計畫辦理。'))),
  plant('N017', '合計算錯', letter(said('甲校2萬元、乙校3萬5,000元，合計5萬元。', '餘依計畫辦理。'))),
  plant('U003', '彎引號', letter(said('依“評鑑計畫”辦理。', '餘依計畫辦理。'))),
  plant('U010', '簡化字', letter(said('请于期限内送领据。', '餘依計畫辦理。'))),
  plant('L001', '法律加引號', letter(said('依「高級中等教育法」第53條辦理。', '餘依計畫辦理。'))),
  plant('L003', '條文缺第', letter(said('依高級中等教育法第53條2項辦理。', '餘依計畫辦理。'))),
  plant('L007', '引文沒有日期', letter(said('依教育部臺教國署字第1150098765號函辦理。', '餘依計畫辦理。'))),
  plant('A001', '附件欄空白', letter({ attachmentText: '' })),
  plant('A003', '附件沒有編號', letter({ attachmentText: '評鑑結果1份、補助名冊1份' })),
  plant(
    'A009',
    '附件3只有2個',
    letter({ attachmentText: '附件1評鑑結果1份、附件2名冊1份', ...said('格式詳附件3。', '餘依計畫辦理。') }),
  ),
  plant('R004', '副本重複正本', letter({ copies: [school] })),
  plant('G002', '書函署局長', letter({ subtype: '書函' })),
  plant('M003', '開會時間用冒號', notice({ times: [{ date: '2026-10-21', weekday: '三', time: '14:30' }] })),
  plant(
    'M004',
    '開會星期不對',
    notice({ times: [{ date: '2026-10-21', weekday: '四', time: '上午9時30分' }] }),
  ),
  plant('Q003', '敬陳次序顛倒', memo({ submitTo: [...memo({}).submitTo].reverse() })),
  plant('K001', '公告有速別', announcement({ urgency: '速件' })),
  plant('O002', '令文像函', decree({ subject: '檢送「嘉禾市社團評鑑作業要點」1份，請查照。' })),
];
