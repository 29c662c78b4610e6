import { fillTemplate, type Issue, type IssueParams, type Severity } from '@kcc/validators';
import { CodeText } from './code-text.ts';
import type { EntityDeclaration } from './document.ts';
import type { XmlLimits } from './limits.ts';
import { type XmlIssueCode, xmlMessages } from './messages.ts';
import { NameTable } from './name-table.ts';
import { Source } from './source.ts';
import type { XmlAttribute } from './tree.ts';

/** What all readers of one document share, also those inside entities. */
export interface Shared {
  readonly limits: XmlLimits;
  readonly issues: Issue[];
  /** General entities that the internal subset declares. */
  entities: ReadonlyMap<string, EntityDeclaration>;
  /** False where an undeclared entity is fatal: no external DTD, or standalone="yes". */
  externalDeclarations: boolean;
  /** Names of the entities being expanded, outermost first. */
  readonly open: string[];
  expanded: number;
  /** The tree can be had, but strict parsers refuse the document. */
  strictlyMalformed: boolean;
}

/** What readers share at the beginning of a document. */
export function createShared(limits: XmlLimits): Shared {
  return {
    limits,
    issues: [],
    entities: NO_ENTITIES,
    externalDeclarations: false,
    open: [],
    expanded: 0,
    strictlyMalformed: false,
  };
}

const NO_ENTITIES: ReadonlyMap<string, EntityDeclaration> = /* @__PURE__ */ new Map();

/** A cursor over one text. */
export class Reader {
  readonly text: CodeText;
  readonly source: Source;
  readonly shared: Shared;
  pos = 0;
  /** Result of the last start tag. */
  tagName = '';
  attributes: readonly XmlAttribute[] = [];
  selfClosing = false;

  constructor(text: CodeText, shared: Shared) {
    this.text = text;
    this.shared = shared;
    this.source = new Source(text);
  }

  /** The name between two offsets; equal names are one string. */
  name(from: number, to: number): string {
    return names.get(this.text.codes, from, to);
  }

  /** An attribute value; equal short ones are one string. */
  value(from: number, to: number): string {
    if (to - from > SHORT_VALUE) return this.text.slice(from, to);
    return values.get(this.text.codes, from, to);
  }
}

const names = /* @__PURE__ */ new NameTable();
const values = /* @__PURE__ */ new NameTable();
/** Attribute values up to this length repeat in nearly all documents: codes, markers, section names. */
const SHORT_VALUE = 8;

/** A reader of an entity's replacement text. */
export function readerOf(text: string, shared: Shared): Reader {
  return new Reader(CodeText.fromString(text), shared);
}

/** Thrown inside the reader where a document stops being well formed; never leaves `parseXml`. */
export class Malformed {
  readonly issue: Issue;

  constructor(issue: Issue) {
    this.issue = issue;
  }
}

/** An issue about mark-up. */
export function xmlIssue(
  code: XmlIssueCode,
  severity: Severity,
  params: IssueParams = {},
  place?: { readonly line: number; readonly column: number },
): Issue<XmlIssueCode> {
  const where = place && { line: place.line, column: place.column };
  return { code, severity, path: '', ...where, message: fillTemplate(xmlMessages[code], params), params };
}

/** Ends the reading: the text is not well formed at `offset`. */
export function fail(reader: Reader, code: XmlIssueCode, offset: number, params: IssueParams = {}): never {
  throw new Malformed(xmlIssue(code, 'error', params, reader.source.positionAt(offset)));
}

/** Ends the reading where the notation is broken, or cut off by the end of the text. */
export function failSyntax(
  reader: Reader,
  code: 'XML_EXPECTED' | 'XML_SPACE_MISSING' | 'XML_NAME_MISSING',
  offset: number,
  expected = '',
  inside = expected,
): never {
  if (offset >= reader.text.length) return fail(reader, 'XML_UNEXPECTED_END', reader.text.length, { inside });
  return fail(reader, code, offset, code === 'XML_EXPECTED' ? { expected } : {});
}

/** Ends the reading: the document is larger than allowed. */
export function failLimit(
  reader: Reader,
  limit: keyof XmlLimits,
  actual: number,
  offset = reader.pos,
): never {
  return fail(reader, 'XML_LIMIT', offset, { limit, maximum: reader.shared.limits[limit], actual });
}

/** Notes an issue and reads on. */
export function note(
  reader: Reader,
  code: XmlIssueCode,
  severity: Severity,
  offset: number,
  params: IssueParams = {},
): void {
  const { issues, limits } = reader.shared;
  if (issues.length < limits.issues)
    issues.push(xmlIssue(code, severity, params, reader.source.positionAt(offset)));
}

/** A character as people can look it up: U+0000. */
export function describeCharacter(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
