import type { DocumentType } from '../../model/document-type.ts';
import type { DraftReport } from '../draft-report.ts';
import type { Located, LocatedEntry, Place } from '../located.ts';
import { readYaml } from '../read-yaml.ts';
import { readBlock } from './body-lines.ts';
import { joinLines, type Line, textValue } from './part.ts';
import { readParties } from './party-line.ts';
import { cutSegments, type Segments } from './segments.ts';
import { readTitle, type Title } from './title-line.ts';

/**
 * Reads the plain text of a letter as clerks write and paste it: heading, labelled lines, 主旨, 說明 with its items,
 * 正本, 副本, signature. Lines that begin with `#` are comments. A front matter between `---` lines may hold, as YAML, what paper does not show.
 */
export function readPlain(
  text: string,
  types: readonly DocumentType[],
  report: DraftReport,
): Located | undefined {
  const all = toLines(text);
  const { front, rest } = splitFrontMatter(all, text, report);
  const lines = rest.filter(({ text: content }) => content !== '' && !content.startsWith('#'));
  const [first] = lines;
  const { title, body } = readKind(lines, types);
  const segments = cutSegments(body, report);
  const entries = new Map<string, LocatedEntry>();
  const kind = kindOf(front, title, segments);
  const place: Place = first?.place ?? { line: 1, column: 1 };
  const set = (field: string, value: Located) => entries.set(field, { value, place: value.place ?? place });
  if (kind !== undefined) set('kind', { type: 'text', value: kind, place });
  if (title?.subtype !== undefined) set('subtype', { type: 'text', value: title.subtype, place });
  if (title && title.issuers !== '') set('issuers', readParties([{ text: title.issuers, place }]));
  const fields = types.find((type) => type.kind === kind)?.shape.fields() ?? {};
  readParts(segments, fields, kind ?? '', set, report);
  readBody(segments, fields, set);
  for (const [field, entry] of front) entries.set(field, entry);
  return { type: 'record', entries, place };
}

/** 文別：函 — how forms, and people who fill in labels, name the kind. */
const KIND_LINE = /^文[\s　]*別[：:](.+)$/;

/** The kind that a heading names, or a line 文別, and the lines without it. */
function readKind(
  lines: readonly Line[],
  types: readonly DocumentType[],
): { readonly title: Title | undefined; readonly body: readonly Line[] } {
  const [first] = lines;
  const heading = first && readTitle(first.text, types);
  const body = heading ? lines.slice(1) : lines;
  const subject = body.findIndex(({ text }) => /^主[\s　]*旨[：:]/.test(text));
  const at = body.slice(0, subject < 0 ? undefined : subject).findIndex(({ text }) => KIND_LINE.test(text));
  const named = readTitle(KIND_LINE.exec(body[at]?.text ?? '')?.[1]?.trim() ?? '', types);
  if (named === undefined) return { title: heading, body };
  return { title: heading ?? named, body: body.filter((_, index) => index !== at) };
}

function toLines(text: string): Line[] {
  return text.split(/\r\n|\r|\n/).map((raw, index) => {
    const trimmed = raw.trim();
    return { text: trimmed, place: { line: index + 1, column: Math.max(0, raw.indexOf(trimmed)) + 1 } };
  });
}

interface FrontMatter {
  readonly front: ReadonlyMap<string, LocatedEntry>;
  readonly rest: readonly Line[];
}

const isFence = (line: Line | undefined) => line?.text === '---' && line.place.column === 1;

function splitFrontMatter(lines: readonly Line[], text: string, report: DraftReport): FrontMatter {
  const start = lines.findIndex((line) => line.text !== '' && !line.text.startsWith('#'));
  const none: FrontMatter = { front: new Map(), rest: lines };
  if (!isFence(lines[start])) return none;
  const end = lines.findIndex((line, index) => index > start && isFence(line));
  if (end < 0) {
    report.add('DRAFT_FRONT_MATTER_OPEN', '', lines[start]?.place);
    return none;
  }
  const yaml = text
    .split(/\r\n|\r|\n/)
    .slice(start + 1, end)
    .join('\n');
  const value = readYaml(yaml, report, start + 1);
  if (value?.type !== 'record') return { front: new Map(), rest: lines.slice(end + 1) };
  return { front: value.entries, rest: lines.slice(end + 1) };
}

/** The kind that is written, or that the labels can only mean. */
function kindOf(
  front: ReadonlyMap<string, LocatedEntry>,
  title: Title | undefined,
  segments: Segments,
): string | undefined {
  const written = front.get('kind')?.value;
  if (written?.type === 'text') return written.value;
  if (title) return title.kind;
  const labels = [...segments.parts.keys()].flatMap(({ fields }) => fields);
  if (labels.includes('attendees') || labels.includes('times')) return 'meeting';
  return segments.subject.length > 0 && labels.includes('recipients') ? 'letter' : undefined;
}

type Set = (field: string, value: Located) => void;

function readParts(
  segments: Segments,
  fields: Readonly<Record<string, unknown>>,
  kind: string,
  set: Set,
  report: DraftReport,
): void {
  for (const [part, lines] of segments.parts) {
    for (const [field, value] of part.read(lines, report)) {
      if (Object.hasOwn(fields, field) || kind === '') set(field, value);
      else report.add('DRAFT_LABEL_OTHER_KIND', '', lines[0]?.place, { label: part.label, kind });
    }
  }
}

function readBody(segments: Segments, fields: Readonly<Record<string, unknown>>, set: Set): void {
  const subject = joinLines(segments.subject);
  if (subject) set('subject', textValue(subject));
  if (segments.contactLines.length > 0) {
    set('contactLines', { type: 'list', items: segments.contactLines.map(textValue) });
  }
  const sections = segments.sections.map(({ name, heading, lines }): Located => {
    const block = readBlock(lines);
    const entries = new Map(block);
    entries.set('name', { value: { type: 'text', value: name, place: heading.place } });
    return { type: 'record', entries, place: heading.place };
  });
  const [first] = sections;
  if (!first) return;
  if (Object.hasOwn(fields, 'remarks') && sections.length === 1) set('remarks', first);
  else set('sections', { type: 'list', items: sections });
}
