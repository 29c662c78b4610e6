import type { Item, Letter, Section } from '../../src/model/index.ts';
import type {
  Announcement,
  Decree,
  Memo,
  Notice,
  OfficialLetter,
  Relation,
  Review,
} from '../../src/model/letter.ts';
import type { Recipient } from '../../src/model/party.ts';
import type { Random } from '../support/random.ts';

const CITY = '嘉禾市';
const OFFICES: readonly (readonly [string, string])[] = [
  ['嘉禾市政府', 'Z10000000A'],
  ['嘉禾市東禾區公所', 'Z10000001B'],
  ['嘉禾市西禾區公所', 'Z10000002C'],
  ['嘉禾市政府環境保護局', 'Z10000003D'],
  ['嘉禾縣政府', 'Z10000004E'],
  ['嘉禾市議會', 'Z10000005F'],
  ['國立嘉禾高級中學', 'Z10000006G'],
];
const BODIES = ['台灣電力股份有限公司嘉禾區營業處', '社團法人嘉禾市綠美化協會', '財團法人于右任紀念基金會'];
const PEOPLE = ['許○○先生', '于○○女士', '陳○○君'];
const TOPICS = [
  '綠美化成果調查',
  '公文電子交換作業',
  '防汛整備',
  '圖書館自習室使用',
  '里長服務中心修繕',
  '人行道改善工程',
  '統一編號查對',
  '長征路路燈維護',
  '股份有限公司登記資料查對',
  '資訊安全教育訓練',
];
const PLANS = ['綠美化計畫', '防汛整備計畫', '資訊安全維護計畫', '社區營造計畫', '路平專案計畫'];
const LAWS = [
  '公文程式條例第6條',
  '檔案法第8條第2項',
  '行政程序法第19條第1項第2款',
  '嘉禾市綠美化自治條例第5條',
];
const RULES = ['文書處理要點', '嘉禾市政府公文電子交換作業要點', '綠美化獎助注意事項'];
const WEEK = '日一二三四五六';

const pad = (value: number, width: number) => String(value).padStart(width, '0');
/** A day of October to December 2026 after the day of issue. */
function day(random: Random): { readonly iso: string; readonly text: string; readonly weekday: string } {
  const month = 10 + random.below(3);
  const date = 5 + random.below(25);
  const iso = `2026-${month}-${pad(date, 2)}`;
  const weekday = WEEK.charAt(new Date(`${iso}T00:00:00Z`).getUTCDay());
  return { iso, text: `115年${month}月${date}日`, weekday };
}

const item = (text: string, ...items: Item[]): Item => ({ text, items });

/** Sentences that are right, with near misses of many rules among them. */
function sentence(random: Random): Item {
  const when = day(random);
  const money = 3 + random.below(90);
  const [parts, more] = [2 + random.below(8), 2 + random.below(8)];
  return random.pick<() => Item>([
    () => item(`依本府115年度${random.pick(PLANS)}辦理。`),
    () => item(`依${random.pick(LAWS)}規定辦理。`),
    () => item(`依「${random.pick(RULES)}」第${1 + random.below(9)}點辦理。`),
    () => item(`復貴局115年9月${1 + random.below(28)}日嘉環字第115000${pad(random.below(9999), 4)}號函。`),
    () => item(`訂於${when.text}（星期${when.weekday}）上午9時30分至12時召開說明會。`),
    () => item(`經費新臺幣${money}萬4,286元，由年度預算支應。`),
    () => item(`工程費${parts}萬元、材料費${more}萬元，合計${parts + more}萬元。`),
    () => item(`男${parts}人、女${more}人，共計${parts + more}人。`),
    () => item('應備文件如下：', item('申請書1份。'), item('身分證明文件影本一式2份。')),
    () =>
      item(
        '辦理方式如下：',
        item('線上申請：', item('填寫申請表。'), item('上傳附表。')),
        item('臨櫃申請。'),
      ),
    () => item('本案聯絡人：許○○，電話：(00)2345-6789分機123。'),
    () => item(`第${2 + random.below(4)}次會議決議：「請各單位盡力配合，依決議辦理」。`),
    () => item('請提供PDF及ODF格式之電子檔，並以電子郵件傳送。'),
    () => item('臺端如有疑義，請逕洽本案承辦人。'),
    () => item('採24小時制18時截止收件，逾時不予受理。'),
    () => item('台1線施工期間，請改道行駛；台電公司已同意配合。'),
    () => item('合約書正本1份存本府，副本2份由雙方收執。'),
    () => item('九二一震災以來，三分之二以上建物業已補強完竣。'),
    () => item('第三人就本案主張權利者，不在此限。'),
    () => item('每星期三下午2時起受理報名，約需三、四天審核。'),
    () => item('該會函略以，建請延長申請期間，本府原則同意。'),
    () => item('本要點自公布日施行，月份別統計表另行公告。'),
    () => item('會議紀錄及簽到簿併案存查，分布圖詳網站：https://example.invalid/map?id=1。'),
    () => item('占用人行道之攤販，儘速輔導遷移；部分已完成。'),
    () => item('請貴校轉知學生踴躍參加，並於網站公告周知。'),
  ])();
}

const NUMBERS = { prefix: '府範', year: '115' } as const;
const recipient = (random: Random): Recipient => {
  const [name, code] = random.pick(OFFICES.slice(1));
  return { type: 'organisation', name, code };
};

function distinct<T>(count: number, make: () => T, keyOf: (value: T) => string): T[] {
  const found = new Map<string, T>();
  for (let tries = 0; tries < 40 && found.size < count; tries += 1) {
    const value = make();
    found.set(keyOf(value), value);
  }
  return [...found.values()];
}

/** Sentences that do not repeat each other. */
const items = (random: Random, count: number): Item[] =>
  distinct(
    count,
    () => sentence(random),
    ({ text = '' }) => text.slice(0, 4),
  );

function body(random: Random, name: string): Section {
  const list = items(random, 1 + random.below(5));
  const [only] = list;
  return list.length === 1 && only?.text !== undefined
    ? { name, text: only.text, items: only.items }
    : { name, items: list };
}

const base = (random: Random, signatures: readonly string[]) => ({
  issuers: [{ type: 'organisation', name: '嘉禾市政府', code: 'Z10000000A' } as const],
  issueDate: `2026-10-0${1 + random.below(4)}`,
  documentNumbers: [{ ...NUMBERS, serial: pad(random.below(9_999_999), 7) }],
  attachments: [],
  signatures,
});

const SUBJECTS = {
  up: (topic: string) => `檢陳「${topic}」辦理情形1份，請鑒核。`,
  'up-non-subordinate': (topic: string) => `檢送「${topic}」辦理情形1份，請備查。`,
  level: (topic: string, when: string) => `檢送「${topic}」資料1份，請於${when}前惠復，請查照。`,
  down: (topic: string, when: string) => `請於${when}前填復「${topic}」資料，請查照轉知。`,
  people: (topic: string) => `有關臺端申請「${topic}」一案，復如說明，請查照。`,
  none: (topic: string, when: string) => `為辦理${topic}，請於${when}前派員參加說明會，請查照。`,
} as const;
const RELATIONS = ['up', 'up-non-subordinate', 'level', 'down', 'people', 'none'] as const;
/** Words that go in one direction only. */
const NEUTRAL = /貴|臺端|鈞/;

function officialLetter(random: Random, subtype: string): OfficialLetter {
  const chosen = random.pick(RELATIONS);
  const relation: Relation | undefined = chosen === 'none' ? undefined : chosen;
  const when = day(random);
  const subject = SUBJECTS[chosen](random.pick(TOPICS), when.text);
  const attached = /[檢]送|檢陳/.test(subject);
  const people = relation === 'people';
  const to: Recipient[] = people
    ? [{ type: 'person', name: random.pick(PEOPLE), channel: 'paper' }]
    : distinct(
        1 + random.below(4),
        () => recipient(random),
        ({ name }) => name,
      );
  const taken = new Set(to.map(({ name }) => name));
  const copies = distinct(
    random.below(3),
    () => recipient(random),
    ({ name }) => name,
  )
    .filter(({ name }) => !taken.has(name) && !people)
    .map((party) => (attached && random.chance(0.4) ? { ...party, withAttachments: '含附件' } : party));
  const said = body(random, '說明');
  const sections = random.chance(0.4) && relation === 'down' ? [said, { ...body(random, '辦法') }] : [said];
  const letter: OfficialLetter = {
    ...base(random, subtype === '函' ? ['市長　許○○'] : ['嘉禾市政府']),
    kind: 'letter',
    subtype,
    address: '000嘉禾市範例路1號',
    contactLines: [
      '承辦人：許○○',
      '電話：(00)2345-6789分機123',
      '傳真：(00)2345-6780',
      '電子信箱：name@example.invalid',
    ],
    urgency: random.pick(['普通件', '速件', '最速件'] as const),
    ...(to[0] && { addressee: to[0] }),
    subject,
    sections: relation === 'level' || relation === 'down' ? sections : sections.map(neutral),
    recipients: to,
    copies,
    ...(attached && { attachmentText: '如主旨' }),
    ...(relation && { relation }),
  };
  return subtype === '函' && random.chance(0.1) ? joint(letter) : letter;
}

/** Without the sentences that speak to a receiver of one direction. */
function neutral({ name, text, items: list }: Section): Section {
  const right = text !== undefined && NEUTRAL.test(text) ? '依年度計畫辦理。' : text;
  const kept = list.map((each) => (NEUTRAL.test(each.text ?? '') ? item('依年度計畫辦理。') : each));
  return { name, ...(right !== undefined && { text: right }), items: kept };
}

const joint = (letter: OfficialLetter): OfficialLetter => ({
  ...letter,
  issuers: [...letter.issuers, { type: 'organisation', name: '嘉禾縣政府' }],
  documentNumbers: [...letter.documentNumbers, { prefix: '嘉縣範', year: '115', serial: '0000077' }],
  signatures: ['市長　許○○', '縣長　陳○○'],
  recipients: letter.recipients
    .filter(({ name }) => name !== '嘉禾縣政府')
    .concat([{ type: 'organisation', name: BODIES[0] ?? '' }]),
  copies: letter.copies.filter(({ name }) => name !== '嘉禾縣政府'),
});

function announcement(random: Random): Announcement {
  const [from, to] = [day(random), day(random)].sort((a, b) => a.iso.localeCompare(b.iso));
  return {
    ...base(random, ['市長　許○○']),
    kind: 'announcement',
    subject: `公告本市${random.pick(TOPICS)}事項。`,
    sections: [
      { name: '依據', text: `${random.pick(LAWS)}。`, items: [] },
      {
        name: '公告事項',
        items: [item(`期間：${from?.text}至${to?.text}。`), ...items(random, 1 + random.below(3))],
      },
    ].map(neutral),
  };
}

function decree(random: Random, subtype: string): Decree {
  const reward = subtype === '獎懲令';
  const subject = reward
    ? `核定許○○嘉獎${random.pick(['一', '二'])}次。`
    : `${random.pick(['訂定', '修正', '廢止'])}「${CITY}${random.pick(PLANS)}作業要點」，自115年11月1日生效。`;
  return {
    ...base(random, ['市長　許○○']),
    kind: 'decree',
    subtype,
    subject,
    sections: reward
      ? [{ name: '', text: `辦理${random.pick(TOPICS)}，認真負責，成效良好。`, items: [] }]
      : [],
    recipients: reward ? [{ type: 'person', name: '許○○', title: '科員' }] : [],
    copies: [],
  };
}

function notice(random: Random, kind: Notice['kind']): Notice {
  const when = day(random);
  const attendees = distinct(
    1 + random.below(4),
    () => recipient(random),
    ({ name }) => name,
  );
  return {
    ...base(random, []),
    kind,
    urgency: random.pick(['普通件', '速件', '最速件'] as const),
    subject: `${kind === 'meeting' ? '研商' : '會勘'}${random.pick(TOPICS)}事宜`,
    times: [
      {
        date: when.iso,
        weekday: when.weekday,
        time: random.pick(['上午10時', '下午2時30分', '上午9時至11時30分']),
      },
    ],
    place: random.pick(['本府第一會議室（嘉禾市範例路1號3樓）', '嘉禾市立圖書館地下室禮堂（範例路2號）']),
    chairs: [{ type: 'person', name: '許○○', title: '局長' }],
    contacts: [{ name: '陳○○', title: '科員', phone: '(00)2345-6789' }],
    ...(attendees[0] && { addressee: attendees[0] }),
    attendees,
    observers: [],
    copies: [],
    remarks: { name: '', items: [item('請攜帶相關資料與會。'), item('會場請自備環保杯。')] },
  };
}

function memo(random: Random): Memo {
  return {
    kind: 'memo',
    issuers: [{ type: 'unit', name: random.pick(['資訊科', '文書科', '工務課']) }],
    documentNumbers: [{ year: '115', serial: pad(random.below(9_999_999), 7) }],
    attachments: [],
    handling: random.pick(['1', '2', '3']),
    subject: `擬辦理${random.pick(TOPICS)}一案，簽請核示。`,
    sections: [
      neutral(body(random, '說明')),
      {
        name: '擬辦',
        text: random.pick(['奉核後，函請各區公所填復。', '擬同意所請，並函復申請人。']),
        items: [],
      },
    ],
    submitTo: [
      { type: 'person', name: '', title: '科長' },
      ...(random.chance(0.5) ? [{ type: 'person', name: '', title: '主任秘書' } as const] : []),
      { type: 'person', name: '', title: '局長' },
    ],
    signatures: ['科員　陳○○'],
    signedDate: '2026-10-02',
  };
}

function review(random: Random): Review {
  return {
    ...base(random, []),
    kind: 'review',
    documentNumbers: [],
    subject: `${random.pick(TOPICS)}案`,
    unit: '資訊科',
    entries: ['主計處', '人事處'].map((unit) => ({
      unit,
      opinion: { text: random.pick(['經費請依規定核銷。', '無意見。', '請依員額規定辦理。']), items: [] },
      received: { date: '2026-10-02', time: '上午10時' },
      finished: { date: '2026-10-03' },
      attachments: [],
    })),
  };
}

/** Makers of good letters by the name of their kind. */
export const GOOD_KINDS: Readonly<Record<string, (random: Random) => Letter>> = {
  函: (random) => officialLetter(random, '函'),
  書函: (random) => officialLetter(random, '書函'),
  移文單: (random) => officialLetter(random, '移文單'),
  令: (random) => decree(random, '令'),
  獎懲令: (random) => decree(random, '獎懲令'),
  公告: announcement,
  開會通知單: (random) => notice(random, 'meeting'),
  會勘通知單: (random) => notice(random, 'inspection'),
  簽: memo,
  簽稿會核單: review,
};
