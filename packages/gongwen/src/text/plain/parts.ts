import { parseRocDate } from '@kcc/validators';
import { formatDate } from '../../model/fields/date.ts';
import type { Located } from '../located.ts';
import { formatNumber, readNumber } from './number-line.ts';
import {
  entriesOf,
  joinLines,
  type Line,
  listAt,
  type PlainPart,
  recordOf,
  textAt,
  textValue,
} from './part.ts';
import { formatParty, readParties, readParty } from './party-line.ts';

type Zone = PlainPart['zone'];
type Aliases = readonly string[];

/** A part that is one text. */
function textPart(field: string, label: string, zone: Zone, aliases: Aliases = []): PlainPart {
  return {
    fields: [field],
    label,
    aliases,
    zone,
    format: (letter) => (textAt(letter, field) === undefined ? [] : [textAt(letter, field) ?? '']),
    read: (lines) => one(field, joinLines(lines)),
  };
}

const one = (field: string, line: Line | undefined): [string, Located][] =>
  line && line.text !== '' ? [[field, textValue(line)]] : [];

/** A part with one line for each member of a list. */
function linesPart(
  field: string,
  label: string,
  zone: Zone,
  format: (value: Located) => string,
  read: (line: Line) => Located,
  aliases: Aliases = [],
): PlainPart {
  return {
    fields: [field],
    label,
    aliases,
    zone,
    repeatable: true,
    format: (letter) => listAt(letter, field).map(format),
    read: (lines) => {
      const items = lines.filter(({ text }) => text !== '').map(read);
      return items.length > 0 ? [[field, { type: 'list', items }]] : [];
    },
  };
}

/** A part that lists parties on one line. */
function partiesPart(field: string, label: string, zone: Zone): PlainPart {
  return {
    fields: [field],
    label,
    zone,
    repeatable: true,
    listed: true,
    format(letter) {
      const parties = listAt(letter, field);
      return parties.length > 0 ? [parties.map(formatParty).join('、')] : [];
    },
    read(lines) {
      const parties = readParties(lines);
      return parties.type === 'list' && parties.items.length > 0 ? [[field, parties]] : [];
    },
  };
}

/** A date that is ISO in one field, or the text as written in another. */
function datePart(field: string, label: string): PlainPart {
  const written = `${field}Text`;
  return {
    fields: [field, written],
    label,
    zone: field === 'signedDate' ? 'any' : 'head',
    format(letter) {
      const iso = textAt(letter, field);
      const text = iso === undefined ? textAt(letter, written) : formatIso(iso);
      return text === undefined ? [] : [text];
    },
    read(lines) {
      const line = joinLines(lines);
      if (!line || line.text === '') return [];
      const iso = parseRocDate(line.text, { era: 'roc' })?.iso;
      return iso === undefined ? one(written, line) : one(field, { ...line, text: iso });
    },
  };
}

const formatIso = (iso: string) => (parseRocDate(iso) ? formatDate(iso, 'letter') : iso);

const TIME = /^(.*?日)?\s*(?:[（(]星期(.)[）)])?\s*(.*)$/;

function formatTime(value: Located): string {
  const time = entriesOf(value);
  const iso = textAt(time, 'date');
  const date = iso === undefined ? (textAt(time, 'dateText') ?? '') : formatDate(iso, 'plain');
  const weekday = textAt(time, 'weekday');
  return `${date}${weekday === undefined ? '' : `（星期${weekday}）`}${textAt(time, 'time') ?? ''}`;
}

function readTime({ text, place }: Line): Located {
  const [, date, weekday, time] = TIME.exec(text) ?? [];
  const iso = date === undefined ? undefined : parseRocDate(date, { era: 'roc' })?.iso;
  return recordOf(
    {
      date: iso,
      dateText: iso === undefined ? date : undefined,
      weekday,
      time: time === '' ? undefined : time,
    },
    place,
  );
}

function formatContact(value: Located): string {
  const contact = entriesOf(value);
  const fields = ['name', 'title', 'phone'].map((field) => textAt(contact, field));
  return fields.filter((field) => field !== undefined).join('　');
}

function readContact({ text, place }: Line): Located {
  const words = text.split(/[\s　]+/);
  const [name = '', ...rest] = words;
  return recordOf({ name, title: rest.slice(0, -1).join(' ') || undefined, phone: rest.at(-1) ?? '' }, place);
}

function formatSuperior(value: Located): string {
  const person = entriesOf(value);
  return [textAt(person, 'title') ?? '', textAt(person, 'name') ?? '']
    .filter((word) => word !== '')
    .join('　');
}

function readSuperior({ text, place }: Line): Located {
  const [title = '', name = ''] = text.split(/[\s　]+/);
  return recordOf({ type: 'person', name, title }, place);
}

const addressee: PlainPart = {
  fields: ['addressee'],
  label: '受文者',
  zone: 'head',
  format(letter) {
    const value = letter.get('addressee')?.value;
    const text = value ? formatParty(value) : '';
    return text === '' ? [] : [text.replace(/^(如[^【]*)【交換表】$/, '$1')];
  },
  read(lines) {
    const line = joinLines(lines);
    if (!line || line.text === '') return [];
    const phrase = /^如[^【]*$/.test(line.text);
    return [
      ['addressee', phrase ? recordOf({ type: 'roster', text: line.text }, line.place) : readParty(line)],
    ];
  },
};

/** 密等及解密條件或保密期限 in one line: the level, a full-width blank, the condition. */
const classification: PlainPart = {
  fields: ['classification'],
  label: '密等及解密條件或保密期限',
  aliases: ['密等'],
  zone: 'head',
  format(letter) {
    const value = entriesOf(letter.get('classification')?.value);
    const words = [textAt(value, 'level'), textAt(value, 'declassification')];
    return value ? [words.filter((word) => word !== undefined).join('　')] : [];
  },
  read(lines) {
    const line = joinLines(lines);
    if (!line || line.text === '' || line.text === '普通') return [];
    const [, level, rest = ''] = /^(絕對機密|極機密|機密|密)?[\s　，、；]*(.*)$/.exec(line.text) ?? [];
    return [['classification', recordOf({ level, declassification: rest || undefined }, line.place)]];
  },
};

const attachment = (value: Located) => textAt(entriesOf(value), 'fileName') ?? '';
const readAttachment = ({ text, place }: Line) => recordOf({ fileName: text }, place);

/** 開會時間 and 會勘時間 are one part under the notice's own name. */
function forNotice(part: PlainPart): PlainPart {
  const { label } = part;
  return {
    ...part,
    aliases: [`開會${label}`, `會勘${label}`],
    labelFor: (kind) =>
      kind === 'meeting' ? `開會${label}` : kind === 'inspection' ? `會勘${label}` : label,
  };
}

/** Labels of 聯絡方式 as letters have them; the whole line is the text. */
export const CONTACT_LABELS = [
  '承辦人',
  '聯絡人',
  '電話',
  '聯絡電話',
  '傳真',
  '電子信箱',
  '電子郵件',
  '手機',
  '網址',
];

/** The labelled parts of a plain draft in the order in which they are written. */
export const plainParts: readonly PlainPart[] = [
  partiesPart('issuers', '發文機關', 'head'),
  textPart('address', '地址', 'head', ['機關地址']),
  linesPart('contacts', '聯絡人及電話', 'head', formatContact, readContact),
  addressee,
  datePart('issueDate', '發文日期'),
  linesPart('documentNumbers', '發文字號', 'head', formatNumber, readNumber, ['文號']),
  textPart('urgency', '速別', 'head'),
  classification,
  textPart('handling', '擬辦方式', 'head'),
  textPart('attachmentText', '附件', 'head'),
  linesPart('attachments', '附件檔案', 'head', attachment, readAttachment),
  forNotice(linesPart('times', '時間', 'any', formatTime, readTime)),
  forNotice(textPart('place', '地點', 'any')),
  partiesPart('chairs', '主持人', 'any'),
  partiesPart('recipients', '正本', 'any'),
  partiesPart('attendees', '出席者', 'any'),
  partiesPart('observers', '列席者', 'any'),
  partiesPart('copies', '副本', 'any'),
  linesPart('submitTo', '敬陳', 'any', formatSuperior, readSuperior),
  linesPart('signatures', '署名', 'any', (value) => (value.type === 'text' ? value.value : ''), textValue),
  datePart('signedDate', '年月日'),
  textPart('deadline', '限辦日期', 'any'),
];
