import { stringify } from 'yaml';
import type { LetterBase } from '../../model/base.ts';
import type { DocumentType } from '../../model/document-type.ts';
import { applyShape } from '../apply-shape.ts';
import { createDraftReport, hasErrors } from '../draft-report.ts';
import { locate } from '../located.ts';
import { orderFields } from '../order-fields.ts';
import { formatItems } from './body-lines.ts';
import { entriesOf, type LetterEntries, listAt, type PlainPart, textAt } from './part.ts';
import { CONTACT_LABELS, plainParts } from './parts.ts';
import { readPlain } from './read-plain.ts';
import { isKnownSection, SECTION_LABEL } from './segments.ts';
import { formatTitle } from './title-line.ts';

/**
 * Writes a letter as a clerk would type it. Every field that this text would not give back unchanged goes into the
 * YAML front matter instead, so that nothing is lost.
 */
export function formatPlain(
  letter: LetterBase & { readonly kind: string },
  type: DocumentType,
  types: readonly DocumentType[],
): string {
  const ordered = toFields(orderFields(letter, type.shape));
  const front = new Set<string>();
  for (;;) {
    const text = compose(ordered, front, type);
    const lost = lostFields(ordered, text, front, type, types);
    if (lost.length === 0) return text;
    for (const field of lost) front.add(field);
  }
}

type FieldValues = Readonly<Record<string, unknown>>;

const toFields = (value: unknown): FieldValues =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** The fields that come back otherwise than they are; an empty list ends the search. */
function lostFields(
  ordered: FieldValues,
  text: string,
  front: ReadonlySet<string>,
  type: DocumentType,
  types: readonly DocumentType[],
): string[] {
  const report = createDraftReport();
  const read = readPlain(text, types, report);
  const applied = read && applyShape(read, type.shape, '', report);
  const back = toFields(orderFields(applied, type.shape));
  const names = [...new Set([...Object.keys(ordered), ...Object.keys(back)])];
  const lost = names.filter(
    (name) => !front.has(name) && JSON.stringify(ordered[name]) !== JSON.stringify(back[name]),
  );
  if (lost.length === 0 && hasErrors(report.issues))
    return Object.keys(ordered).filter((name) => !front.has(name));
  return lost;
}

function compose(ordered: FieldValues, front: ReadonlySet<string>, type: DocumentType): string {
  const kept = Object.fromEntries(Object.entries(ordered).filter(([field]) => !front.has(field)));
  const entries = entriesOf(locate(kept)) ?? new Map();
  const matter = Object.fromEntries(
    Object.entries(ordered)
      .map(([field, value]) => [field, value] as const)
      .filter(([field]) => front.has(field)),
  );
  // A field that the body would invent is silenced by an explicit nothing.
  for (const field of front) if (!(field in ordered)) Reflect.set(matter, field, null);
  const head = Object.keys(matter).length > 0 ? `---\n${stringify(matter, { lineWidth: 0 })}---\n` : '';
  return `${head}${composeBody(entries, type).join('\n')}\n`;
}

function composeBody(letter: LetterEntries, type: DocumentType): string[] {
  const issuers = listAt(letter, 'issuers').map((issuer) => textAt(entriesOf(issuer), 'name') ?? '');
  const lines = [formatTitle(type, textAt(letter, 'subtype'), issuers)];
  const parts = plainParts.filter((part) => part.fields[0] !== 'issuers' || needsOwnLine(letter));
  const labelled = (zone: 'head' | 'any') =>
    parts.filter((part) => part.zone === zone).flatMap((part) => formatPart(part, letter, type));
  lines.push(...labelled('head'));
  const subject = textAt(letter, 'subject');
  if (subject !== undefined) lines.push(`${subjectLabel(type)}：${subject}`);
  for (const section of listAt(letter, 'sections')) lines.push(...formatSection(entriesOf(section)));
  const tail = labelled('any');
  const remarks = entriesOf(letter.get('remarks')?.value);
  return [...lines, ...(remarks ? formatSection(remarks) : []), ...tail];
}

function formatPart(part: PlainPart, letter: LetterEntries, type: DocumentType): string[] {
  const label = part.labelFor?.(type.kind) ?? part.label;
  const lines = part.format(letter).map((text) => `${label}：${text}`);
  return part.fields[0] === 'address' ? [...lines, ...contactLines(letter)] : lines;
}

/** An issuer with a code, or that is a unit, needs more than the heading. */
const needsOwnLine = (letter: LetterEntries) =>
  listAt(letter, 'issuers').some((issuer) => {
    const entries = entriesOf(issuer);
    return textAt(entries, 'type') !== 'organisation' || textAt(entries, 'code') !== undefined;
  });

const subjectLabel = (type: DocumentType) => type.subjectLabel ?? '主旨';

function contactLines(letter: LetterEntries): string[] {
  return listAt(letter, 'contactLines').map((line) => {
    const text = line.type === 'text' ? line.value : '';
    const label = /^([^：]{1,20})：/.exec(text)?.[1]?.replace(/[\s　]/g, '');
    return label !== undefined && CONTACT_LABELS.includes(label) ? text : `聯絡方式：${text}`;
  });
}

function formatSection(section: LetterEntries | undefined): string[] {
  if (!section) return [];
  const name = textAt(section, 'name') ?? '';
  const text = textAt(section, 'text');
  const items = formatItems(section);
  if (isKnownSection(name)) return [`${name}：${text ?? ''}`, ...items];
  return [`${SECTION_LABEL}：${name}`, ...(text === undefined ? [] : [text]), ...items];
}
