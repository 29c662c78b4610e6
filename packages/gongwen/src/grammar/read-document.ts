import type { Issue } from '@kcc/validators';
import { decodeBytes, type TextEncoding } from '../xml/decode.ts';
import type { Prolog } from '../xml/document.ts';
import { withDefaults, type XmlLimits } from '../xml/limits.ts';
import { parseXml, type ReadDocument } from '../xml/parse.ts';
import { xmlIssue } from '../xml/reader.ts';
import type { XmlElement, XmlOther } from '../xml/tree.ts';
import { checkAgainstGrammar } from './check.ts';
import { grammarIssue } from './check-run.ts';
import { findGrammar, type GrammarQuery } from './find-grammar.ts';
import type { DocumentKind, Grammar, GrammarGeneration, GrammarRevision } from './grammar.ts';
import { grammarOf } from './grammars.ts';

export interface ReadOptions extends Omit<GrammarQuery, 'root' | 'systemId'> {
  /** Overrides every sign of the encoding in the file. */
  readonly encoding?: TextEncoding | undefined;
  /** What is refused for its size; see {@link XmlLimits}. */
  readonly limits?: Partial<XmlLimits>;
}

/** What the bytes of a document are. The first three answers speak of the bytes as they stand. */
export interface DocumentReading {
  /** A tree could be had and was checked against a grammar. */
  readonly processed: boolean;
  /** XML 1.0, in the encoding it declares. */
  readonly wellFormed: boolean;
  /** Valid against the DTD it names, in the grammar that was used. */
  readonly valid: boolean;
  /** Name of the root element. */
  readonly root?: string;
  readonly kind?: DocumentKind;
  readonly generation?: GrammarGeneration;
  readonly revision?: GrammarRevision;
  readonly encoding: TextEncoding;
  /** The DTD's file name as written. */
  readonly dtd?: string;
  /** The grammar that was used. */
  readonly grammar?: Grammar;
  readonly tree?: XmlElement;
  readonly prolog: Prolog;
  readonly epilog: readonly XmlOther[];
  /** The whole document, for `serializeXml`. */
  readonly document?: ReadDocument;
  readonly issues: readonly Issue[];
}

/** Issues that are no error of the writer but keep a strict parser from calling the document valid. */
const INVALIDATING: ReadonlySet<string> = new Set([
  'GRAMMAR_OFFICIAL_DEFECT',
  'GRAMMAR_NO_DOCTYPE',
  'GRAMMAR_DTD_UNKNOWN',
  'GRAMMAR_UNVERIFIED',
]);

/**
 * Reads any document of the exchange: bytes → text → tree → grammar → check.
 *
 * @param bytes The whole file.
 * @param options Encoding, generation or limits, where the caller knows better than the file.
 * @returns What the document is, its tree, and everything that is wrong with it. Never throws for a bad document.
 */
export function readDocument(bytes: Uint8Array, options: ReadOptions = {}): DocumentReading {
  if (!(bytes instanceof Uint8Array)) throw new TypeError('bytes must be a Uint8Array');
  const limits = withDefaults(options.limits);
  const refusal = refuseBySize(bytes, limits);
  if (refusal !== undefined) {
    return { ...NOTHING, encoding: 'utf-8', prolog: {}, epilog: [], issues: [refusal] };
  }
  const decoded = decodeBytes(bytes, options);
  const parsed = parseXml(decoded.text, limits);
  const issues = [...decoded.issues, ...parsed.issues];
  const { encoding } = decoded;
  if (parsed.document === undefined) return { ...NOTHING, encoding, prolog: {}, epilog: [], issues };
  return judge(parsed.document, { encoding, wellFormed: decoded.faithful, issues, options, limits });
}

const NOTHING = { processed: false, wellFormed: false, valid: false } as const;

function refuseBySize(bytes: Uint8Array, limits: XmlLimits): Issue | undefined {
  if (bytes.length === 0) return xmlIssue('XML_EMPTY', 'error');
  if (bytes.length <= limits.bytes) return undefined;
  return xmlIssue('XML_LIMIT', 'error', { limit: 'bytes', maximum: limits.bytes, actual: bytes.length });
}

interface Read {
  readonly encoding: TextEncoding;
  readonly wellFormed: boolean;
  readonly issues: readonly Issue[];
  readonly options: ReadOptions;
  readonly limits: XmlLimits;
}

function judge(document: ReadDocument, read: Read): DocumentReading {
  const { prolog, root, epilog } = document;
  const dtd = prolog.doctype?.systemId;
  const base = {
    root: root.name,
    encoding: read.encoding,
    ...(dtd === undefined ? {} : { dtd }),
    tree: root,
    prolog,
    epilog,
    document,
    wellFormed: read.wellFormed,
  };
  const choice = findGrammar({ ...read.options, root: root.name, systemId: dtd });
  if (choice.grammar === undefined) {
    return { ...base, processed: false, valid: false, issues: [...read.issues, choice.refusal] };
  }
  const { grammar } = choice;
  const checked = checkAgainstGrammar(root, grammar, prolog, { maxIssues: read.limits.issues });
  const issues = [...read.issues, ...choice.issues, ...noDoctype(prolog, grammar), ...checked];
  const valid =
    read.wellFormed && !issues.some((issue) => issue.severity === 'error' || INVALIDATING.has(issue.code));
  const { kind, generation, revision } = grammar;
  return {
    ...base,
    processed: true,
    valid,
    ...(kind === undefined ? {} : { kind }),
    generation,
    ...(revision === undefined ? {} : { revision }),
    grammar,
    issues: valid ? issues : [...issues, ...olderRevision(document, grammar, checked)],
  };
}

function noDoctype(prolog: Prolog, grammar: Grammar): readonly Issue[] {
  if (prolog.doctype?.systemId !== undefined) return [];
  const params = { grammar: grammar.id, root: grammar.root, dtd: grammar.dtdName };
  return [grammarIssue('GRAMMAR_NO_DOCTYPE', 'warning', params)];
}

/** Says so where a document that does not fit the current revision of 104 fits the one before. */
function olderRevision(
  document: ReadDocument,
  grammar: Grammar,
  checked: readonly Issue[],
): readonly Issue[] {
  if (grammar.revision !== '2020' || !checked.some(({ severity }) => severity === 'error')) return [];
  const older = grammarOf(grammar.root, '104-2015');
  if (older === undefined) return [];
  const issues = checkAgainstGrammar(document.root, older, document.prolog, { maxIssues: 1 });
  return issues.length > 0 ? [] : [grammarIssue('GRAMMAR_REVISION_2015', 'info')];
}
