/** What a block of the paper is; one role has one style in every output. */
export type Role =
  | 'archiveNumber'
  | 'retention'
  | 'title'
  | 'memoTitle'
  | 'copyMark'
  | 'address'
  | 'contact'
  | 'window'
  | 'addressee'
  | 'issueDate'
  | 'documentNumber'
  | 'urgency'
  | 'classification'
  | 'attachment'
  | 'seal'
  | 'subject'
  | 'section'
  | 'plainText'
  | 'item'
  | 'recipients'
  | 'copies'
  | 'submitTo'
  | 'signature'
  | 'signedDate'
  | 'meetingField'
  | 'attendees'
  | 'remarks'
  | 'listTitle'
  | 'tableText'
  | 'pageNumber';

/** Size, pitch and place of a role. Lengths in points; x counted from the left margin. */
export interface RoleStyle {
  readonly sizePt: number;
  readonly linePt: number;
  /** Where wrapped lines of the text start. */
  readonly leftPt: number;
  /** How far left of `leftPt` the first line (its label or marker) starts. */
  readonly hangingPt: number;
  readonly spaceBeforePt: number;
  readonly align: 'left' | 'center';
  /** Name of the paragraph style in docx and odt. */
  readonly styleName: string;
  /** Clause that the values come from; `實務` marks practice without a clause. */
  readonly source: string;
}

const small = { sizePt: 10, linePt: 10 } as const;
const field = { sizePt: 12, linePt: 15 } as const;
const body = { sizePt: 16, linePt: 25 } as const;
const heading = { sizePt: 20, linePt: 36 } as const;

const style = (
  type: { readonly sizePt: number; readonly linePt: number },
  styleName: string,
  source: string,
  place: Partial<RoleStyle> = {},
): RoleStyle => ({
  leftPt: 0,
  hangingPt: 0,
  spaceBeforePt: 0,
  align: 'left',
  ...type,
  styleName,
  source,
  ...place,
});

const SAMPLE = '規範 樣張量測';

/** x of the block of 檔號 and 保存年限: 60 % of the sheet's width, as a widely used writer prints it. */
const ARCHIVE_X = 286.3;

/** Styles of all roles, from the norm's text and the measurements of its sample pages. */
export const ROLE_STYLES = {
  archiveNumber: style(small, '公文檔號', '規範 四(六)(七)；位置為實務', { leftPt: ARCHIVE_X }),
  retention: style(small, '公文保存年限', '規範 四(六)(七)；位置為實務', {
    leftPt: ARCHIVE_X,
    spaceBeforePt: 10,
  }),
  title: style(heading, '公文全銜', '規範 五', { align: 'center' }),
  memoTitle: style(heading, '公文簽首', '規範 九'),
  copyMark: style(small, '公文註記', '機關公文電子交換作業辦法 7、8；位置為實務'),
  address: style(field, '公文地址', SAMPLE, { leftPt: 229.6, hangingPt: 32.3 }),
  contact: style(field, '公文聯絡方式', SAMPLE, { leftPt: 253.7, hangingPt: 56.4 }),
  window: style(field, '公文郵遞欄', '國家文官學院《公文撰作解析》頁56'),
  addressee: style(body, '公文受文者', SAMPLE, { leftPt: 64, hangingPt: 64 }),
  issueDate: style(field, '公文發文日期', SAMPLE, { leftPt: 60, hangingPt: 60, spaceBeforePt: 10.94 }),
  documentNumber: style(field, '公文發文字號', SAMPLE, { leftPt: 60, hangingPt: 60 }),
  urgency: style(field, '公文速別', SAMPLE, { leftPt: 36, hangingPt: 36 }),
  classification: style(field, '公文密等', SAMPLE, { leftPt: 156, hangingPt: 156 }),
  attachment: style(field, '公文附件', SAMPLE, { leftPt: 36, hangingPt: 36 }),
  seal: style(field, '公文印信位置', '規範 七', { leftPt: 207 }),
  subject: style(body, '公文主旨', SAMPLE, { leftPt: 49.66, hangingPt: 49.66, spaceBeforePt: 15 }),
  section: style(body, '公文段落', SAMPLE, { leftPt: 47.65, hangingPt: 47.65 }),
  plainText: style(body, '公文本文', SAMPLE),
  item: style(body, '公文分項', SAMPLE, { leftPt: 49.66, hangingPt: 33.79 }),
  recipients: style(field, '公文正本', SAMPLE, { leftPt: 35.69, hangingPt: 35.69, spaceBeforePt: 6.01 }),
  copies: style(field, '公文副本', SAMPLE, { leftPt: 36, hangingPt: 36 }),
  submitTo: style(body, '公文敬陳', '規範 九；位置由機關自訂'),
  signature: style(field, '公文署名', SAMPLE, { spaceBeforePt: 15 }),
  signedDate: style(field, '公文年月日', '規範 九；位置由機關自訂'),
  meetingField: style(body, '公文會議欄位', '規範 八', { leftPt: 79.99, hangingPt: 79.99 }),
  attendees: style(field, '公文出列席者', '規範 八', { leftPt: 48, hangingPt: 48 }),
  remarks: style(body, '公文備註', '規範 八', { leftPt: 79.99, hangingPt: 79.99 }),
  listTitle: style(body, '公文清單標題', '實務', { align: 'center' }),
  tableText: style(field, '公文表格', '實務'),
  pageNumber: style(small, '公文頁碼', '規範 四；文書處理手冊 16(二)14', { align: 'center' }),
} as const satisfies Readonly<Record<Role, RoleStyle>>;

/** Left text edge and hanging of a named section by the number of characters of its label with the colon. */
export const SECTION_INDENTS: Readonly<Record<number, number>> = { 3: 47.65, 5: 79.34 };

/** Where the marker of a level-1 item starts, and how much further right each deeper level starts (one character). */
export const ITEM_INDENT = {
  firstMarkerPt: 15.87,
  textPt: 49.66,
  stepPt: 16,
  source: '規範 樣張量測；第二層以下為推定',
} as const;
