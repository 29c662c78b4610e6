import { type FieldSpec, KIND_WORDS, kindOf } from './field-table.ts';

/** A plain draft taken apart for the fields of the editor; {@link joinDraft} puts it together again. */
export interface DraftFields {
  /** Front matter between `---` lines, kept as it is. */
  readonly front: string;
  /** The word behind 全銜, such as 函. */
  readonly word: string;
  /** By label. */
  readonly values: ReadonlyMap<string, string>;
  /** Lines before the subject that the kind has no field for, as they stand. */
  readonly head: string;
  /** Sections behind the subject that the kind has no field for, as they stand. */
  readonly others: string;
}

const CONTACT = '聯絡方式';
const CONTACT_LABELS = [
  '承辦人',
  '聯絡人',
  '電話',
  '聯絡電話',
  '傳真',
  '電子信箱',
  '電子郵件',
  '手機',
  '網址',
  CONTACT,
];
const OTHER_NAMES: Readonly<Record<string, string>> = {
  密等及解密條件或保密期限: '密等',
  機關地址: '地址',
  文號: '發文字號',
};
const isSubject = (label: string): boolean => label === '主旨' || label.endsWith('事由');
const TITLE_MEMO = /^簽[\s　]*於[\s　]*(.+)$/;
const LABELLED = /^([^：:]{1,20})[：:]\s*(.*)$/s;

/** Takes a draft apart; undefined for a kind that the fields do not know. */
export function splitDraft(text: string): DraftFields | undefined {
  const { front, lines } = withoutFront(text);
  const [title = '', ...rest] = lines;
  const memo = TITLE_MEMO.exec(title);
  const word = memo
    ? '簽'
    : KIND_WORDS.filter((each) => title.endsWith(each)).sort((a, b) => b.length - a.length)[0];
  const kind = word === undefined ? undefined : kindOf(word);
  if (word === undefined || kind === undefined) return undefined;
  const known = new Map(kind.fields.map((field) => [field.label, field]));
  const values = new Map<string, string>();
  const issuers = memo?.[1] ?? title.slice(0, title.length - word.length);
  values.set('發文機關', issuers.trim());
  const head: string[] = [];
  const others: string[] = [];
  let subjectSeen = false;
  let current: string | undefined;
  for (const line of rest) {
    const label = labelOf(line, known);
    if (label !== undefined) {
      subjectSeen ||= isSubject(label);
      const begun = label === '發文機關' || !values.has(label) ? undefined : values.get(label);
      const content =
        label === CONTACT && !line.startsWith(CONTACT) ? line : (LABELLED.exec(line)?.[2] ?? '');
      values.set(label, begun === undefined ? content : `${begun}\n${content}`);
      current = label;
    } else if (opensOther(line) || current === undefined) {
      (subjectSeen ? others : head).push(line);
      current = undefined;
    } else {
      const begun = values.get(current) ?? '';
      values.set(current, begun === '' ? line : `${begun}\n${line}`);
    }
  }
  return { front, word, values, head: head.join('\n'), others: others.join('\n') };
}

/** Puts a draft together. */
export function joinDraft({ front, word, values, head, others }: DraftFields): string {
  const fields = kindOf(word)?.fields ?? [];
  const issuers = (values.get('發文機關') ?? '').replace(/【[^】]*】/g, '').trim();
  const title = word === '簽' ? `簽　於　${issuers}` : `${issuers}　${word}`;
  const lines = [title, ...fields.flatMap((field) => fieldLines(field, values.get(field.label) ?? ''))];
  const subject = lines.findIndex((line) => isSubject(LABELLED.exec(line)?.[1] ?? ''));
  if (head !== '') lines.splice(subject < 0 ? 1 : subject, 0, head);
  const at = lines.findIndex((line) => /^(?:正本|副本|署名|出席者|敬陳)：/.test(line));
  if (others !== '') lines.splice(at < 0 ? lines.length : at, 0, others);
  return `${front}${lines.join('\n')}\n`;
}

function fieldLines({ label, repeated, rows }: FieldSpec, value: string): readonly string[] {
  const lines = value.split('\n');
  if (value.trim() === '') return isSubject(label) ? [`${label}：`] : [];
  if (label === '發文機關') return value.includes('【') ? [`${label}：${value}`] : [];
  if (label === CONTACT)
    return lines.filter(Boolean).map((line) => (hasContactLabel(line) ? line : `${label}：${line}`));
  if (repeated) return lines.filter((line) => line.trim() !== '').map((line) => `${label}：${line}`);
  if (rows === 1) return [`${label}：${value}`];
  // A first item stands on a line of its own, as clerks write it.
  const marked = /^(?:[一二三四五六七八九十]+、|[（(])/.test(value);
  return marked ? [`${label}：`, value] : [`${label}：${value}`];
}

const hasContactLabel = (line: string): boolean =>
  CONTACT_LABELS.includes((LABELLED.exec(line)?.[1] ?? '').trim());

function labelOf(line: string, known: ReadonlyMap<string, FieldSpec>): string | undefined {
  const written = LABELLED.exec(line)?.[1]?.replace(/[\s　]/g, '');
  if (written === undefined) return undefined;
  const label = OTHER_NAMES[written] ?? written;
  if (known.has(label)) return label;
  return known.has(CONTACT) && CONTACT_LABELS.includes(label) ? CONTACT : undefined;
}

/** A label that opens a section of its own. */
const opensOther = (line: string): boolean => /^(?:段落|[\p{L}\p{N}]{1,6})[：:]/u.test(line);

/** The lines without comments and empty ones, and the front matter before them. */
function withoutFront(text: string): { front: string; lines: string[] } {
  const found = /^(?:\s*(?:#[^\n]*)?\n)*---[ \t]*\n[\s\S]*?\n---[ \t]*\n/.exec(text);
  const body = found ? text.slice(found[0].length) : text;
  const lines = body.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return { front: found?.[0] ?? '', lines };
}
