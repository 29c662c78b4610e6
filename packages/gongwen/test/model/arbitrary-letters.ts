import fc from 'fast-check';
import type {
  Addressee,
  Announcement,
  Contact,
  Decree,
  DocumentNumber,
  Issuer,
  Joint,
  Letter,
  LetterBase,
  MeetingTime,
  Memo,
  Notice,
  OfficialLetter,
  Recipient,
  Review,
  ReviewEntry,
  Section,
} from './letter-types.ts';

/** Texts as a reader gives them: Chinese, Latin, signs that XML and YAML care about; no edge blanks, no breaks. */
const sign = fc.constantFrom(
  ...'嘉禾市政府教育局檢送計畫書請查照許功蓋一二三四五（）()、。：「」　 ABCxyz019&<>"\'-#%!*?[]{}|\\;,./',
);
export const phrase = fc
  .array(sign, { minLength: 1, maxLength: 18 })
  .map((signs) => signs.join('').replace(/^ +| +$/g, ''))
  .filter((text) => text !== '');
export const name = fc
  .array(fc.constantFrom(...'嘉禾青縣市政府教育局科室公所學校基金會有限司一二ABC'), {
    minLength: 2,
    maxLength: 12,
  })
  .map((signs) => signs.join(''));
const code = fc.stringMatching(/^[A-Z]\d{8}[A-Z]$/);
const unitCode = fc.stringMatching(/^U[A-Z]\d{5}$/);
const isoDate = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2200-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Leaves out absent fields, as the model spells absence. */
function sparse<T>(model: { readonly [K in keyof T]: fc.Arbitrary<T[K] | undefined> }): fc.Arbitrary<T> {
  return fc
    .record(model as never)
    .map(
      (value: object) =>
        Object.fromEntries(Object.entries(value).filter(([, own]) => own !== undefined)) as T,
    );
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const issuer = fc.oneof(
  sparse<Issuer>({ type: fc.constant('organisation'), name, code: maybe(code) } as never),
  sparse<Issuer>({ type: fc.constant('unit'), name, code, unitCode: maybe(unitCode) } as never),
);

const recipientWith = (note: fc.Arbitrary<string | undefined>): fc.Arbitrary<Recipient> =>
  fc.oneof(
    sparse<Recipient>({ type: fc.constant('organisation'), name, code, withAttachments: note } as never),
    sparse<Recipient>({ type: fc.constant('unit'), name, code, unitCode, withAttachments: note } as never),
    sparse<Recipient>({
      type: fc.constant('person'),
      name,
      title: maybe(name),
      code,
      unitCode: maybe(unitCode),
      withAttachments: note,
    } as never),
  );

const distinct = (recipients: fc.Arbitrary<Recipient>, minLength: number) =>
  fc.uniqueArray(recipients, { minLength, maxLength: 4, selector: (recipient) => recipient.name });

const none = fc.constant(undefined);
const note = maybe(fc.constantFrom('含附件', '不含附件'));

const item: fc.Memo<Section['items'][number]> = fc.memo((depth) =>
  sparse<Section['items'][number]>({
    marker: fc.oneof(
      { weight: 9, arbitrary: none },
      { weight: 1, arbitrary: fc.constantFrom('', '※', '第一、') },
    ),
    text: maybe(phrase),
    items: depth <= 1 ? fc.constant([]) : fc.array(item(depth - 1), { maxLength: 3 }),
  } as never),
);

export const section: fc.Arbitrary<Section> = sparse<Section>({
  name: fc.oneof(fc.constantFrom('說明', '辦法', '擬辦', ''), name),
  text: maybe(phrase),
  items: fc.array(item(4), { maxLength: 3 }),
} as never);

const documentNumber = fc.oneof(
  sparse<DocumentNumber>({
    prefix: maybe(name),
    year: fc.constantFrom('115', '099'),
    serial: fc.stringMatching(/^\d{7}$/),
    branch: maybe(fc.stringMatching(/^\d{1,2}$/)),
  } as never),
  phrase.map((text) => ({ text })),
);

const fileName = fc.stringMatching(/^[A-Za-z0-9附件圖_-]{1,12}\.(pdf|odt|ods)$/);
const attachments = fc.uniqueArray(fileName, { maxLength: 3, selector: (file) => file.toLowerCase() });
const files = attachments.map((list) => list.map((file) => ({ fileName: file })));

const addressee = fc
  .constantFrom('如正副本行文單位', '如行文單位', '如出列席者')
  .map((text): Addressee => ({ type: 'roster', text }));

const classification = fc.oneof(
  sparse({
    level: fc.constantFrom('密', '機密', '極機密', '絕對機密'),
    declassification: maybe(phrase),
  } as never),
  phrase.map((declassification) => ({ declassification })),
);

type Model<T> = { readonly [K in keyof T]-?: fc.Arbitrary<T[K] | undefined> };

const base: Model<Omit<LetterBase, 'issuers' | 'extra' | 'generation'>> = {
  addressee,
  issueDate: isoDate,
  issueDateText: none,
  documentNumbers: fc.array(documentNumber, { minLength: 1, maxLength: 1 }),
  urgency: maybe(fc.constantFrom('普通件', '速件', '最速件')),
  classification: maybe(classification) as never,
  attachmentText: maybe(phrase),
  attachments: files,
  signatures: fc.array(phrase, { maxLength: 2 }),
  relation: none,
  signing: none,
  archive: none,
  deadline: none,
  replyTo: none,
};
const body = { subject: phrase, sections: fc.array(section, { maxLength: 3 }) };
const single = fc.array(issuer, { minLength: 1, maxLength: 1 });

export const officialLetter = sparse<OfficialLetter>({
  kind: fc.constant('letter'),
  subtype: fc.constantFrom('函', '書函', '移文單'),
  ...base,
  issuers: fc.array(issuer, { minLength: 1, maxLength: 2 }),
  address: maybe(phrase),
  contactLines: fc.array(phrase, { maxLength: 3 }),
  ...body,
  recipients: distinct(recipientWith(none), 1),
  copies: distinct(recipientWith(note), 0),
} as never);

export const decree = sparse<Decree>({
  kind: fc.constant('decree'),
  subtype: fc.constantFrom('令', '獎懲令'),
  ...base,
  issuers: single,
  ...body,
  recipients: distinct(recipientWith(none), 0),
  copies: distinct(recipientWith(note), 0),
} as never);

export const announcement = sparse<Announcement>({
  kind: fc.constant('announcement'),
  ...base,
  issuers: single,
  addressee: none,
  urgency: none,
  classification: none,
  signatures: fc.constant([]),
  ...body,
} as never);

const contact = sparse<Contact>({
  name,
  title: maybe(name),
  phone: fc.stringMatching(/^\(0\d\)\d{4}-\d{4}$/),
} as never);
const meetingTime = sparse<MeetingTime>({
  date: isoDate,
  weekday: maybe(fc.constantFrom('一', '日')),
  time: maybe(fc.constantFrom('上午10時', '下午2時30分')),
} as never);

const notice = (kind: Notice['kind']) =>
  sparse<Notice>({
    kind: fc.constant(kind),
    ...base,
    issuers: single,
    subject: phrase,
    times: fc.array(meetingTime, { minLength: 1, maxLength: 2 }),
    place: phrase,
    chairs: fc.array(sparse({ type: fc.constant('person'), name, title: maybe(name) } as never), {
      minLength: 1,
      maxLength: 1,
    }),
    contacts: fc.array(contact, { maxLength: 2 }),
    attendees: distinct(recipientWith(none), 1),
    observers: distinct(recipientWith(none), 0),
    copies: distinct(recipientWith(note), 0),
    remarks: maybe(
      sparse<Section>({
        name: fc.constant('備註'),
        text: phrase,
        items: fc.array(item(3), { maxLength: 2 }),
      } as never),
    ),
  } as never);

export const meeting = notice('meeting');
export const inspection = notice('inspection');

export const memo = sparse<Memo>({
  kind: fc.constant('memo'),
  ...base,
  issuers: fc
    .oneof(issuer, sparse<Issuer>({ type: fc.constant('unit'), name, unitCode: maybe(unitCode) } as never))
    .map((one) => [one]),
  addressee: none,
  issueDate: none,
  documentNumbers: fc
    .record({ year: fc.constant('115'), serial: fc.stringMatching(/^\d{7}$/) })
    .map((number) => [number]),
  signatures: fc.array(phrase, { maxLength: 1 }),
  handling: maybe(fc.constantFrom('1', '2', '3', '4', '5', '6')),
  ...body,
  submitTo: fc.array(
    fc.record({ type: fc.constant('person'), name: fc.oneof(name, fc.constant('')), title: name }),
    { maxLength: 3 },
  ),
  signedDate: maybe(isoDate),
  signedDateText: none,
} as never);

const moment = sparse({ date: isoDate, time: maybe(fc.constantFrom('上午10時', '下午2時')) } as never);

/** 簽稿會核單 and 會銜公文會辦單 have no 發文日期, 發文字號, 速別, 密等, 附件 or 署名 of their own. */
const formBase = {
  ...base,
  addressee: none,
  issueDate: none,
  documentNumbers: fc.constant([]),
  urgency: none,
  classification: none,
  attachmentText: none,
  attachments: fc.constant([]),
  signatures: fc.constant([]),
};

export const review = sparse<Review>({
  kind: fc.constant('review'),
  ...formBase,
  issuers: single,
  subject: phrase,
  unit: name,
  receiptNumber: maybe(documentNumber),
  entries: fc.array(
    sparse<ReviewEntry>({
      unit: name,
      opinion: sparse({ text: maybe(phrase), items: fc.array(item(3), { maxLength: 2 }) } as never),
      received: moment,
      finished: moment,
      attachmentText: maybe(phrase),
      attachments: fc.constant([]),
    } as never),
    { minLength: 1, maxLength: 3 },
  ),
} as never);

const signer = maybe(sparse({ type: fc.constant('person'), name, title: maybe(name) } as never));
const jointEntry = sparse({
  agency: name,
  decision: signer,
  reviewer: signer,
  drafter: signer,
  consulted: signer,
  receivedDate: maybe(isoDate),
  receiptNumber: maybe(documentNumber),
  issueDate: maybe(isoDate),
  documentNumber: maybe(documentNumber),
} as never);

export const joint = sparse<Joint>({
  kind: fc.constant('joint'),
  subtype: fc.constantFrom('函', '令'),
  ...formBase,
  issuers: fc.array(issuer, { minLength: 1, maxLength: 2 }),
  unit: name,
  partners: fc.array(jointEntry, { minLength: 1, maxLength: 2 }),
  lead: jointEntry,
} as never);

export const anyLetter: fc.Arbitrary<Letter> = fc.oneof(
  officialLetter,
  decree,
  announcement,
  meeting,
  inspection,
  memo,
  review,
  joint,
);
