import type { DraftReport } from '../draft-report.ts';
import type { Line, PlainPart } from './part.ts';
import { CONTACT_LABELS, plainParts } from './parts.ts';

/** A plain draft cut at its labels. */
export interface Segments {
  readonly parts: ReadonlyMap<PlainPart, readonly Line[]>;
  readonly subject: readonly Line[];
  readonly contactLines: readonly Line[];
  readonly sections: readonly {
    readonly name: string;
    readonly heading: Line;
    readonly lines: readonly Line[];
  }[];
}

const SUBJECT_LABELS = ['主旨', '事由', '開會事由', '會勘事由', '案情摘要'];
const SECTION_NAMES = ['說明', '辦法', '擬辦', '依據', '公告事項', '備註', '建議', '結論'];
const CONTACT_LINE = '聯絡方式';
export const SECTION_LABEL = '段落';

/** Names that open a section even when text follows the colon. */
export const isKnownSection = (name: string): boolean => SECTION_NAMES.includes(name);

const LABELLED = /^([^：:]{1,20})[：:]\s*(.*)$/s;
const MARKED = /^(?:[一二三四五六七八九十百零]+、|[（(][一二三四五六七八九十百零\d]+[）)]|\d+[、.．](?!\d))/;
const HEADING = /^[\p{L}\p{N}]{1,6}$/u;

/** Cuts the lines of a plain draft, heading and front matter taken off, into its labelled parts. */
export function cutSegments(lines: readonly Line[], report: DraftReport): Segments {
  const cutter = new Cutter(report);
  for (const line of lines) cutter.add(line);
  return cutter;
}

class Cutter implements Segments {
  readonly parts = new Map<PlainPart, Line[]>();
  readonly subject: Line[] = [];
  readonly contactLines: Line[] = [];
  readonly sections: { name: string; heading: Line; lines: Line[] }[] = [];
  readonly #report: DraftReport;
  #current: Line[] | undefined;
  #currentPart: PlainPart | undefined;
  #subjectSeen = false;

  constructor(report: DraftReport) {
    this.#report = report;
  }

  add(line: Line): void {
    const [, written, rest = ''] = LABELLED.exec(line.text) ?? [];
    const label = written?.replace(/[\s　]/g, '');
    if (label === undefined || !this.#open(label, { ...line, text: rest.trim() }, line)) this.#continue(line);
  }

  /** Opens the segment of a label; false when the label means nothing here. */
  #open(label: string, rest: Line, whole: Line): boolean {
    const part = plainParts.find(
      (candidate) => candidate.label === label || candidate.aliases?.includes(label),
    );
    if (part && (part.zone === 'any' || !this.#subjectSeen)) return this.#openPart(part, label, rest);
    if (SUBJECT_LABELS.includes(label)) return this.#openSubject(label, rest);
    if (!this.#subjectSeen && (label === CONTACT_LINE || CONTACT_LABELS.includes(label))) {
      this.contactLines.push(label === CONTACT_LINE ? rest : whole);
      this.#enter(this.contactLines, undefined);
      return true;
    }
    if (!this.#subjectSeen) return false;
    if (label === SECTION_LABEL) return this.#openSection(rest.text.replace(/[：:]$/, ''), whole, undefined);
    const opens = isKnownSection(label) || (rest.text === '' && HEADING.test(label));
    return opens && this.#openSection(label, whole, rest.text === '' ? undefined : rest);
  }

  #openPart(part: PlainPart, label: string, rest: Line): true {
    const lines = this.parts.get(part) ?? [];
    if (lines.length > 0 && !part.repeatable) {
      this.#report.add('DRAFT_LABEL_REPEATED', '', rest.place, { label });
    }
    if (rest.text !== '') lines.push(rest);
    this.parts.set(part, lines);
    this.#enter(lines, part);
    return true;
  }

  #openSubject(label: string, rest: Line): true {
    if (this.#subjectSeen) this.#report.add('DRAFT_LABEL_REPEATED', '', rest.place, { label });
    this.#subjectSeen = true;
    this.subject.push(rest);
    this.#enter(this.subject, undefined);
    return true;
  }

  #openSection(name: string, heading: Line, first: Line | undefined): true {
    const section = { name, heading, lines: first ? [first] : [] };
    this.sections.push(section);
    this.#enter(section.lines, undefined);
    return true;
  }

  #enter(lines: Line[], part: PlainPart | undefined): void {
    this.#current = lines;
    this.#currentPart = part;
  }

  /** Behind a list of names that is complete, or that is empty and the line has the form 職稱　姓名. */
  #isSignature(line: Line): boolean {
    const last = this.#current?.at(-1)?.text;
    return last === undefined ? /^\S{1,10}[ 　]+\S{1,6}$/.test(line.text) : !/[、，]$/.test(last);
  }

  /** A line without a label goes on with what stands before it; behind the recipients it is a signature. */
  #continue(line: Line): void {
    if (this.#current === this.subject && MARKED.test(line.text)) this.#openSection('', line, undefined);
    if (this.#subjectSeen && this.#currentPart?.listed && this.#isSignature(line)) {
      const signatures = plainParts.find(({ fields }) => fields[0] === 'signatures');
      if (signatures) this.#openPart(signatures, '', { ...line, text: '' });
    }
    if (!this.#current || this.#current === this.contactLines) {
      this.#report.add('DRAFT_LINE_UNPLACED', '', line.place, { text: line.text.slice(0, 30) });
      this.#enter(this.contactLines, undefined);
    }
    this.#current?.push(line);
  }
}
