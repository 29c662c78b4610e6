/** One field of the editor; its label is the label of the plain draft. */
export interface FieldSpec {
  readonly label: string;
  /** 1 is one line of text, more is a text area; `choices` makes a list. */
  readonly rows: number;
  readonly hint?: string;
  readonly choices?: readonly string[];
  /** The draft repeats the label on each line. */
  readonly repeated?: true;
}

/** The kinds that the fields know, by the word that stands behind 全銜. */
export interface KindSpec {
  readonly words: readonly string[];
  readonly fields: readonly FieldSpec[];
}

const field = (label: string, rows = 1, more: Omit<FieldSpec, 'label' | 'rows'> = {}): FieldSpec => ({
  label,
  rows,
  ...more,
});

const ITEMS = '每點一行：一、… （一）… 1、…；沒有分點就直接寫。';
const PARTIES = '多個以「、」分隔；機關代碼放在【】內，例如 高雄市議會【380000000A】。';

const issuers = field('發文機關', 1, { hint: '全銜；機關代碼放在【】內。' });
const date = field('發文日期', 1, { hint: '例如 115年10月2日；可於編號後再填。' });
const number = field('發文字號', 1, { hint: '例如 高議服字第1150000001號。', repeated: true });
const urgency = field('速別', 1, { choices: ['', '普通件', '速件', '最速件'] });
const secrecy = field('密等', 1, { hint: '一般公文空白。' });
const attachment = field('附件', 1, { hint: '例如 如主旨、計畫書1份。' });
const files = field('附件檔案', 2, { hint: '檔名，一行一個；製作交換檔時把檔案放在一起。', repeated: true });
const addressee = field('受文者', 1, { hint: '空白時依正本、副本決定。' });
const signatures = field('署名', 1, { hint: '例如 議員　○○○。', repeated: true });
const copies = field('副本', 2, { hint: PARTIES });
const body = (...names: readonly string[]) => names.map((name) => field(name, 5, { hint: ITEMS }));
const subject = field('主旨', 3, { hint: '一段完成，以「請查照」「請鑒核」等期望語結束。' });

const notice = (word: string): readonly FieldSpec[] => [
  issuers,
  addressee,
  field('聯絡人及電話', 1, { hint: '姓名　職稱　電話', repeated: true }),
  date,
  number,
  urgency,
  secrecy,
  attachment,
  files,
  { ...subject, label: `${word}事由`, hint: '為什麼事召開。' },
  field(`${word}時間`, 1, { hint: '例如 115年10月15日（星期四）下午2時', repeated: true }),
  field(`${word}地點`),
  field('主持人'),
  field('出席者', 2, { hint: PARTIES }),
  field('列席者', 2, { hint: PARTIES }),
  copies,
  ...body('備註'),
  signatures,
];

const LETTER_WORDS = ['函', '書函', '移文單'] as const;

/** Fields of every kind that is written as text, in the order of the draft. */
export const KINDS: readonly KindSpec[] = [
  {
    words: LETTER_WORDS,
    fields: [
      issuers,
      field('地址'),
      field('聯絡方式', 3, { hint: '一行一項：承辦人：○○○、電話：…、電子信箱：…' }),
      addressee,
      date,
      number,
      urgency,
      secrecy,
      attachment,
      files,
      subject,
      ...body('說明', '辦法'),
      field('正本', 2, { hint: PARTIES }),
      copies,
      signatures,
    ],
  },
  { words: ['開會通知單'], fields: notice('開會') },
  { words: ['會勘通知單'], fields: notice('會勘') },
  {
    words: ['公告'],
    fields: [issuers, date, number, attachment, files, subject, ...body('依據', '公告事項'), signatures],
  },
  {
    words: ['令'],
    fields: [
      issuers,
      date,
      number,
      urgency,
      secrecy,
      attachment,
      files,
      subject,
      field('正本', 2),
      copies,
      signatures,
    ],
  },
  {
    words: ['簽'],
    fields: [
      issuers,
      number,
      urgency,
      secrecy,
      field('擬辦方式', 1, {
        choices: ['', '1', '2', '3', '4', '5'],
        hint: '1 先簽後稿、2 簽稿併陳、3 以稿代簽、4 雙稿、5 多稿',
      }),
      attachment,
      files,
      subject,
      ...body('說明', '擬辦'),
      field('敬陳', 2, { hint: '一行一位：科長', repeated: true }),
      signatures,
      field('年月日'),
    ],
  },
];

/** Every word that the list of kinds offers. */
export const KIND_WORDS: readonly string[] = KINDS.flatMap(({ words }) => words);

export const kindOf = (word: string): KindSpec | undefined => KINDS.find(({ words }) => words.includes(word));
