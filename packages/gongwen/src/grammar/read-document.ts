import type { Issue } from '@kcc/validators';
import { decodeToCodes } from '../xml/decode.ts';
import type { Prolog } from '../xml/document.ts';
import { judgeFamily, type TextEncoding } from '../xml/encoding-claim.ts';
import { withDefaults, type XmlLimits } from '../xml/limits.ts';
import { parseCodes, type ReadDocument } from '../xml/parse.ts';
import { xmlIssue } from '../xml/reader.ts';
import type { XmlElement, XmlOther } from '../xml/tree.ts';
import { checkAgainstGrammar } from './check.ts';
import { grammarIssue } from './check-run.ts';
import { findGrammar, type GrammarQuery } from './find-grammar.ts';
import type { AnyKind, Grammar, GrammarGeneration, GrammarRevision } from './grammar.ts';
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
  readonly root?: string | undefined;
  readonly kind?: AnyKind | undefined;
  readonly generation?: GrammarGeneration | undefined;
  readonly revision?: GrammarRevision | undefined;
  readonly encoding: TextEncoding;
  /** The DTD's file name as written. */
  readonly dtd?: string | undefined;
  /** The grammar that was used. */
  readonly grammar?: Grammar | undefined;
  readonly tree?: XmlElement | undefined;
  readonly prolog: Prolog;
  readonly epilog: readonly XmlOther[];
  /** The whole document, for `serializeXml`. */
  readonly document?: ReadDocument | undefined;
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
  const decoded = decodeToCodes(bytes, options);
  const parsed = parseCodes(decoded.code, limits);
  const issues = decoded.issues.concat(parsed.issues);
  const { encoding } = decoded;
  if (parsed.document === undefined) return { ...NOTHING, encoding, prolog: {}, epilog: [], issues };
  return judgeDocument(parsed.document, {
    encoding,
    wellFormed: decoded.faithful && parsed.wellFormed,
    issues,
    options,
    limits,
  });
}

const NOTHING = { processed: false, wellFormed: false, valid: false } as const;

function refuseBySize(bytes: Uint8Array, limits: XmlLimits): Issue | undefined {
  if (bytes.length === 0) return xmlIssue('XML_EMPTY', 'error');
  if (bytes.length <= limits.bytes) return undefined;
  return xmlIssue('XML_LIMIT', 'error', { limit: 'bytes', maximum: limits.bytes, actual: bytes.length });
}

/** What is known of a document before its grammar. */
export interface Read {
  readonly encoding: TextEncoding;
  readonly wellFormed: boolean;
  readonly issues: readonly Issue[];
  readonly options: ReadOptions;
  readonly limits: XmlLimits;
}

/** Finds the grammar of a document and checks it. */
export function judgeDocument(document: ReadDocument, read: Read): DocumentReading {
  const { prolog, root, epilog } = document;
  const dtd = prolog.doctype?.systemId;
  const choice = findGrammar({ ...read.options, root: root.name, systemId: dtd });
  const verdict =
    choice.grammar === undefined
      ? refused(choice.refusal, read)
      : check(document, choice.grammar, choice.issues, read);
  const { grammar } = choice;
  return {
    processed: grammar !== undefined,
    wellFormed: read.wellFormed,
    valid: verdict.valid,
    root: root.name,
    kind: grammar?.kind,
    generation: grammar?.generation,
    revision: grammar?.revision,
    encoding: read.encoding,
    dtd,
    grammar,
    tree: root,
    prolog,
    epilog,
    document,
    issues: verdict.issues,
  };
}

interface Verdict {
  readonly valid: boolean;
  readonly issues: readonly Issue[];
}

function refused(refusal: Issue, read: Read): Verdict {
  return { valid: false, issues: [...read.issues, refusal] };
}

function check(document: ReadDocument, grammar: Grammar, chosen: readonly Issue[], read: Read): Verdict {
  const { prolog, root } = document;
  const checked = checkAgainstGrammar(root, grammar, prolog, { maxIssues: read.limits.issues });
  const family = judgeFamily(prolog.doctype?.systemId ?? '', read.encoding);
  const issues = read.issues.concat(family, chosen, noDoctype(prolog, grammar), checked);
  const sound = issues.every((issue) => issue.severity !== 'error' && !INVALIDATING.has(issue.code));
  if (read.wellFormed && sound) return { valid: true, issues };
  return { valid: false, issues: issues.concat(olderRevision(document, grammar, checked)) };
}

function noDoctype(prolog: Prolog, grammar: Grammar): readonly Issue[] {
  if (prolog.doctype?.systemId !== undefined) return [];
  const params = { grammar: grammar.id, root: grammar.root, dtd: grammar.dtdName };
  return [grammarIssue('GRAMMAR_NO_DOCTYPE', 'warning', params)];
}

/** More issues than this do not come from the other revision. */
const MOST_DIFFERENCES = 20;

/** Says so where a document that does not fit the current revision of 104 fits the one before. */
function olderRevision(
  document: ReadDocument,
  grammar: Grammar,
  checked: readonly Issue[],
): readonly Issue[] {
  if (grammar.revision !== '2020' || checked.length > MOST_DIFFERENCES) return [];
  if (!checked.some(({ severity }) => severity === 'error')) return [];
  const older = grammarOf(grammar.root, '104-2015');
  if (older === undefined) return [];
  const issues = checkAgainstGrammar(document.root, older, document.prolog, { maxIssues: 1 });
  return issues.length > 0 ? [] : [grammarIssue('GRAMMAR_REVISION_2015', 'info')];
}
