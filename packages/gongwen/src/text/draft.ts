import type { Issue } from '@kcc/validators';
import { stringify } from 'yaml';
import type { LetterBase } from '../model/base.ts';
import type { DocumentType } from '../model/document-type.ts';
import { allTypes } from '../model/document-types.ts';
import type { Letter } from '../model/letter.ts';
import { applyShape } from './apply-shape.ts';
import { createDraftReport, type DraftReport, hasErrors } from './draft-report.ts';
import { type Located, locate } from './located.ts';
import { orderFields } from './order-fields.ts';
import { formatPlain } from './plain/format-plain.ts';
import { readPlain } from './plain/read-plain.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';

export type DraftFormat = 'json' | 'yaml' | 'text';

export interface DraftOptions {
  /** Default: told from the text. */
  readonly format?: DraftFormat;
  /** Kinds of letter beside or instead of the format's own. */
  readonly types?: readonly DocumentType[];
}

export interface DraftReading<L = Letter> {
  /** Absent when an issue is an error. */
  readonly letter?: L;
  readonly format: DraftFormat;
  readonly issues: readonly Issue[];
}

/**
 * Reads a draft: JSON, YAML, or the plain text that clerks write (`主旨：…`).
 *
 * @returns the letter with lists that were left out as empty ones, or issues with line and column
 */
export function parseDraft<L extends LetterBase = Letter>(
  text: string,
  options: DraftOptions = {},
): DraftReading<L> {
  const { format = guessFormat(text) } = options;
  const types = allTypes(options.types);
  const report = createDraftReport();
  const body = text.replace(/^\ufeff/, '');
  if (body.trim() === '') {
    report.add('DRAFT_EMPTY', '', { line: 1, column: 1 });
    return { format, issues: report.issues };
  }
  const value = readAs(format, body, types, report);
  const letter = value && !hasErrors(report.issues) ? applyTypes(value, types, report) : undefined;
  const complete = letter !== undefined && !hasErrors(report.issues);
  // The shape of its kind has just been applied to it.
  return { ...(complete && { letter: letter as unknown as L }), format, issues: report.issues };
}

/** Checks a plain value, such as the body of a request, as a draft is checked. */
export function checkDraft<L extends LetterBase = Letter>(
  value: unknown,
  options: Pick<DraftOptions, 'types'> = {},
): Omit<DraftReading<L>, 'format'> {
  const report = createDraftReport();
  const letter = applyTypes(locate(value), allTypes(options.types), report);
  const complete = letter !== undefined && !hasErrors(report.issues);
  return { ...(complete && { letter: letter as unknown as L }), issues: report.issues };
}

/** Writes a letter as a draft; {@link parseDraft} gives it back. The text is the same for equal letters. */
export function formatDraft<L extends LetterBase & { readonly kind: string } = Letter>(
  letter: L,
  format: DraftFormat,
  options: Pick<DraftOptions, 'types'> = {},
): string {
  const types = allTypes(options.types);
  const type = types.find(({ kind }) => kind === letter.kind);
  if (!type) throw new TypeError(`letter.kind: no document type for ${JSON.stringify(letter.kind)}`);
  if (format === 'text') return formatPlain(letter, type, types);
  const ordered = orderFields(letter, type.shape);
  return format === 'json' ? `${JSON.stringify(ordered, null, 2)}\n` : stringify(ordered, { lineWidth: 0 });
}

function readAs(
  format: DraftFormat,
  text: string,
  types: readonly DocumentType[],
  report: DraftReport,
): Located | undefined {
  if (format === 'json') return readJson(text, report);
  return format === 'yaml' ? readYaml(text, report) : readPlain(text, types, report);
}

function applyTypes(value: Located, types: readonly DocumentType[], report: DraftReport): object | undefined {
  const kind = value.type === 'record' ? value.entries.get('kind')?.value : undefined;
  const allowed = types.map((type) => type.kind).join('、');
  if (kind?.type !== 'text') {
    report.add('DRAFT_KIND_MISSING', '/kind', value.place ?? { line: 1, column: 1 }, { allowed });
    return undefined;
  }
  const type = types.find((candidate) => candidate.kind === kind.value);
  if (!type) {
    report.add('DRAFT_KIND_UNKNOWN', '/kind', kind.place, { value: kind.value, allowed });
    return undefined;
  }
  const letter = applyShape(value, type.shape, '', report);
  return typeof letter === 'object' && letter !== null ? letter : undefined;
}

/** JSON begins with a brace; YAML has `kind: …` at the top level and none of a letter's labels; all else is plain text. */
function guessFormat(text: string): DraftFormat {
  const body = text.replace(/^\ufeff?\s*/, '');
  if (/^[{[]/.test(body)) return 'json';
  const fenced = /^(?:#[^\n]*\n\s*)*---[ \t]*\r?\n/.exec(body);
  if (fenced) {
    const closed = /^---[ \t]*$/m.test(body.slice(fenced[0].length));
    return closed || !/^kind:/m.test(body) ? 'text' : 'yaml';
  }
  return /^[a-zA-Z]+:(?:\s|$)/m.test(body) && !/^(?:主旨|正本|受文者)\s*[：:]/m.test(body) ? 'yaml' : 'text';
}
