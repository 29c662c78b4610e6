import type { XmlElement } from '../../xml/tree.ts';
import type { Classification, ClassificationLevel, DocumentNumber, LetterBase, Urgency } from '../base.ts';
import type { Issuer } from '../party.ts';
import { filled, present } from '../present.ts';
import type { ElementReader } from '../reading/element-reader.ts';
import { empty, leaf, parent } from '../writing/elements.ts';
import type { Writing } from '../writing/writing.ts';
import { dateText, readWrappedDate } from './date.ts';
import { readDocumentNumber, writeDocumentNumber } from './document-number.ts';
import { readRecipientRun, writePartyWithCodes } from './party.ts';

const URGENCIES: readonly string[] = ['普通件', '速件', '最速件'] satisfies readonly Urgency[];
const LEVELS: readonly string[] = [
  '密',
  '機密',
  '極機密',
  '絕對機密',
] satisfies readonly ClassificationLevel[];

const isUrgency = (text: string): text is Urgency => URGENCIES.includes(text);
const isLevel = (text: string): text is ClassificationLevel => LEVELS.includes(text);

/** Reads the value of an element such as 速別, whose place is @代碼 but which some writers give as text. */
export function readCode(element: ElementReader): string | undefined {
  const code = filled(element.attribute('代碼'));
  const text = filled(element.text());
  if (text !== undefined && text !== code)
    element.report('READ_CODE_AS_TEXT', { element: element.name, value: text });
  return code ?? text;
}

/** Reads a 類別 whose omitted code has a default that differs by generation. */
export function readSubtype(
  element: ElementReader | undefined,
  allowed: readonly string[],
  fallback: string,
): string {
  const value = element && readCode(element);
  if (value !== undefined && !allowed.includes(value)) {
    element?.report('READ_VALUE_OFF_LIST', { element: element.name, value });
  }
  return value ?? fallback;
}

/** Reads 發文機關: its full name or a unit's, with codes. */
export function readIssuers(elements: readonly ElementReader[]): Issuer[] {
  return elements.flatMap((element) =>
    readRecipientRun(element).flatMap(({ party }): Issuer[] =>
      party.type === 'organisation' || party.type === 'unit'
        ? [party]
        : [{ type: 'organisation', name: party.name }],
    ),
  );
}

export const writeIssuer = (issuer: Issuer): XmlElement => parent('發文機關', writePartyWithCodes(issuer));

/** 發文日期 of the model. */
export function readIssueDate(
  element: ElementReader | undefined,
): Pick<LetterBase, 'issueDate' | 'issueDateText'> {
  const { date, dateText: text } = readWrappedDate(element);
  if (element && date === undefined && text === undefined)
    element.report('READ_PART_BLANK', { name: element.name });
  return present<Pick<LetterBase, 'issueDate' | 'issueDateText'>>({ issueDate: date, issueDateText: text });
}

export function writeIssueDate(letter: Pick<LetterBase, 'issueDate' | 'issueDateText'>): XmlElement {
  const { issueDate: date, issueDateText } = letter;
  const text = dateText(
    { ...(date && { date }), ...(issueDateText && { dateText: issueDateText }) },
    'letter',
  );
  return parent('發文日期', [leaf('年月日', text)]);
}

/** Reads 發文字號+; numbers without any part are none. */
export function readDocumentNumbers(
  elements: readonly ElementReader[],
  issueDate?: string,
): DocumentNumber[] {
  return elements.flatMap((element) => {
    const number = readDocumentNumber(element);
    if (!number) {
      element.report('READ_PART_BLANK', { name: element.name });
      return [];
    }
    const year = Number(number.year);
    const issueYear = issueDate === undefined ? Number.NaN : Number(issueDate.slice(0, 4)) - 1911;
    if (Math.abs(year - issueYear) > 1) element.report('READ_NUMBER_YEAR', { year: number.year ?? '' });
    return [number];
  });
}

/** Writes 發文字號+, an empty one where the letter is not numbered yet. */
export function writeDocumentNumbers(numbers: readonly DocumentNumber[]): XmlElement[] {
  return (numbers.length > 0 ? numbers : [{}]).map((number) => writeDocumentNumber('發文字號', number));
}

/** Reads 速別; before 104 an omitted code means 普通件. */
export function readUrgency(element: ElementReader | undefined): Urgency | undefined {
  if (!element) return undefined;
  const value = readCode(element) ?? (element.reading.generation === '104' ? undefined : '普通件');
  if (value === undefined || isUrgency(value)) return value;
  element.report('READ_VALUE_OFF_LIST', { element: element.name, value });
  element.reading.extras.push({ name: '@代碼', parent: element.path, text: value });
  return undefined;
}

export const writeUrgency = (urgency: Urgency | undefined): XmlElement | undefined =>
  urgency === undefined ? undefined : empty('速別', { 代碼: urgency });

/** Reads 密等及解密條件或保密期限, and 密等及解密條件 as generation 91 had it. */
export function readClassification(root: ElementReader): Classification | undefined {
  const element = root.take('密等及解密條件或保密期限', '密等及解密條件');
  if (!element) return undefined;
  const old = element.name === '密等及解密條件';
  if (old && root.reading.generation !== '91') {
    element.report('READ_NAME_OLD', { found: element.name, name: '密等及解密條件或保密期限' });
  }
  const level = readLevel(element.require('密等'));
  const condition = filled(element.require('解密條件或保密期限', '解密條件')?.text());
  if (level === undefined && condition === undefined) return undefined;
  return present<Classification>({ level, declassification: condition });
}

function readLevel(element: ElementReader | undefined): ClassificationLevel | undefined {
  const value = element && readCode(element);
  if (!element || value === undefined) return undefined;
  if (isLevel(value)) return value;
  const { generation } = element.reading;
  if (value === '普通') {
    if (generation === '99' || generation === '104') element.report('READ_CLASSIFICATION_ORDINARY');
    return undefined;
  }
  element.report('READ_VALUE_OFF_LIST', { element: element.name, value });
  element.reading.extras.push({ name: '@代碼', parent: element.path, text: value });
  return undefined;
}

/** Writes 密等及解密條件或保密期限 under the name of the generation; undefined for an ordinary letter. */
export function writeClassification(
  classification: Classification | undefined,
  writing: Writing,
): XmlElement | undefined {
  if (!classification) return undefined;
  const { level, declassification } = classification;
  const old = writing.generation === '91';
  return parent(old ? '密等及解密條件' : '密等及解密條件或保密期限', [
    empty('密等', level === undefined ? {} : { 代碼: level }),
    leaf(old ? '解密條件' : '解密條件或保密期限', declassification),
  ]);
}
