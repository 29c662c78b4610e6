import { fillTemplate, type Issue, type IssueParams } from '@kcc/validators';
import type { XmlIssueCode } from '../messages.ts';
import { type SalvageCode, salvageMessages } from './messages.ts';

/** A text after a repair, and what was done. */
export interface Repaired {
  readonly text: string;
  readonly issues: readonly Issue[];
}

/** Where the strict reader stopped. */
export interface Fault {
  readonly code: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** A note about a repair; never an error, since the reading goes on. */
export function salvageIssue(code: SalvageCode, place: Partial<Fault>, params: IssueParams = {}): Issue {
  const { line, column } = place;
  return {
    code,
    severity: 'warning',
    path: '',
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    message: fillTemplate(salvageMessages[code], params),
    params,
  };
}

type Repair = (text: string, fault: Fault) => Repaired | undefined;

const splice = (text: string, at: number, length: number, insert: string) =>
  text.slice(0, at) + insert + text.slice(at + length);

function replaceAt(code: SalvageCode, length: number, insert: string): Repair {
  return (text, fault) => ({
    text: splice(text, fault.offset, length, insert),
    issues: [salvageIssue(code, fault)],
  });
}

/** A reference that names nothing usable becomes text. */
const asText: Repair = (text, fault) => {
  const reference = /^&[^;<>&\s]{0,80};?/.exec(text.slice(fault.offset, fault.offset + 82))?.[0] ?? '&';
  return {
    text: splice(text, fault.offset, 1, '&amp;'),
    issues: [salvageIssue('SALVAGE_REFERENCE', fault, { reference })],
  };
};

const dropCharacter: Repair = (text, fault) => {
  const point = text.codePointAt(fault.offset) ?? 0;
  const character = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    text: splice(text, fault.offset, point > 0xffff ? 2 : 1, ''),
    issues: [salvageIssue('SALVAGE_CHARACTER', fault, { character })],
  };
};

const NOT_TEXT = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/;
const RAW_AMPERSAND = /&(?!(?:#[0-9]+|#x[0-9a-fA-F]+|[\p{L}_:][\p{L}\p{N}_:.-]*);)/u;

/** Escapes every raw `&` from the fault on at once: a writer that forgets one forgets all. */
const escapeAmpersands: Repair = (text, fault) => {
  const issues: Issue[] = [];
  const counter = new LineCounter(text, fault);
  const pattern = new RegExp(`${NOT_TEXT.source}|(${RAW_AMPERSAND.source})`, 'gu');
  const tail = text
    .slice(fault.offset)
    .replace(pattern, (found: string, raw: string | undefined, at: number) => {
      if (raw === undefined) return found;
      issues.push(salvageIssue('SALVAGE_AMPERSAND', counter.at(fault.offset + at)));
      return '&amp;';
    });
  return issues.length === 0 ? undefined : { text: text.slice(0, fault.offset) + tail, issues };
};

/** Lines and columns of offsets that only grow. */
class LineCounter {
  readonly #text: string;
  #offset: number;
  #line: number;
  #column: number;

  constructor(text: string, from: Fault) {
    this.#text = text;
    this.#offset = from.offset;
    this.#line = from.line;
    this.#column = from.column;
  }

  at(offset: number): { readonly line: number; readonly column: number } {
    for (; this.#offset < offset; this.#offset += 1) {
      if (this.#text.charCodeAt(this.#offset) === 10) {
        this.#line += 1;
        this.#column = 1;
      } else this.#column += 1;
    }
    return { line: this.#line, column: this.#column };
  }
}

const REPAIRS: Partial<Record<XmlIssueCode, Repair>> = {
  XML_RAW_AMPERSAND: escapeAmpersands,
  XML_RAW_LESS_THAN: replaceAt('SALVAGE_LESS_THAN', 1, '&lt;'),
  XML_ATTRIBUTE_LESS_THAN: replaceAt('SALVAGE_LESS_THAN', 1, '&lt;'),
  XML_CDATA_END: replaceAt('SALVAGE_CDATA_END', 3, ']]&gt;'),
  XML_ENTITY_UNKNOWN: asText,
  XML_ENTITY_UNPARSED: asText,
  XML_ENTITY_EXTERNAL: asText,
  XML_ENTITY_RECURSIVE: asText,
  XML_ENTITY_MARKUP: asText,
  XML_REFERENCE_CHARACTER: asText,
  XML_CHARACTER: dropCharacter,
  XML_SPACE_MISSING: replaceAt('SALVAGE_SPACE', 0, ' '),
};

/** Mends the fault where the strict reader stopped; undefined when that is not a matter of a few characters. */
export function repairFault(text: string, fault: Fault): Repaired | undefined {
  const body = text.search(/<[^!?\s]/);
  if (body >= 0 && fault.offset < body) return dropDeclaration(text, fault);
  // the codes of the strict reader are the table's keys; others are not found
  return REPAIRS[fault.code as XmlIssueCode]?.(text, fault);
}

/** Takes the declaration with the fault out of the DOCTYPE. */
function dropDeclaration(text: string, fault: Fault): Repaired | undefined {
  const from = text.lastIndexOf('<!', fault.offset);
  const to = text.indexOf('>', fault.offset);
  const declaration = text.slice(from, to + 1);
  if (from < 0 || to < 0 || !/^<!(?:ENTITY|NOTATION|ELEMENT|ATTLIST)/.test(declaration)) return undefined;
  return {
    text: text.slice(0, from) + text.slice(to + 1),
    issues: [salvageIssue('SALVAGE_DECLARATION', fault, { declaration: declaration.slice(0, 80) })],
  };
}
