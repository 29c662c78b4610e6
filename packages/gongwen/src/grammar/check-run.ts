import { type Fix, fillTemplate, type Issue, type IssueParams, type Severity } from '@kcc/validators';
import type { EntityDeclaration, Prolog } from '../xml/document.ts';
import type { Position, XmlElement } from '../xml/tree.ts';
import type { CompiledGrammar } from './compiled-grammar.ts';
import { type GrammarIssueCode, grammarMessages } from './messages.ts';
import { nodePaths } from './node-paths.ts';

interface Finding {
  readonly issue: Issue<GrammarIssueCode>;
  readonly node: XmlElement | undefined;
}

/** Text in lists of allowed names. */
export const LIST_SEPARATOR = '、';

/** One check of one tree: what was found so far, and what must be known across elements. */
export class CheckRun {
  readonly grammar: CompiledGrammar;
  readonly prolog: Prolog;
  readonly standalone: boolean;
  /** Values of ID attributes. */
  ids: Set<string> | undefined;
  /** Faults of the official DTD that were reported; one report is enough. */
  readonly defects: string[] = [];
  readonly references: { readonly id: string; readonly node: XmlElement }[] = [];
  readonly #findings: Finding[] = [];
  readonly #maximum: number;
  #suppressed = 0;
  #entities: ReadonlyMap<string, EntityDeclaration> | undefined;

  constructor(grammar: CompiledGrammar, prolog: Prolog, maximum: number) {
    this.grammar = grammar;
    this.prolog = prolog;
    this.standalone = prolog.declaration?.standalone === 'yes';
    this.#maximum = maximum;
  }

  /** The binding declaration of a general entity: the first of its name. */
  entity(name: string): EntityDeclaration | undefined {
    this.#entities ??= firstByName(this.prolog.doctype?.entities ?? []);
    return this.#entities.get(name);
  }

  /** True when no further issue is listed, so that its description need not be made. */
  get isFull(): boolean {
    return this.#findings.length >= this.#maximum;
  }

  /** Notes an issue at an element; `place` is more exact than its start tag. */
  report(
    code: GrammarIssueCode,
    node: XmlElement | undefined,
    params: IssueParams = {},
    extra: { readonly severity?: Severity; readonly place?: Position; readonly fix?: Fix } = {},
  ): void {
    if (this.isFull) {
      this.#suppressed += 1;
      return;
    }
    const place = extra.place ?? node?.start;
    const issue = {
      ...grammarIssue(code, extra.severity ?? 'error', params),
      ...(place && { line: place.line, column: place.column }),
      ...(extra.fix && { fix: extra.fix }),
    };
    this.#findings.push({ issue, node });
  }

  /** All issues with their paths. */
  issues(root: XmlElement): { readonly issues: readonly Issue[]; readonly suppressed: number } {
    if (this.#findings.length === 0) return { issues: [], suppressed: 0 };
    const nodes = new Set(this.#findings.flatMap(({ node }) => node ?? []));
    const paths = nodePaths(root, nodes);
    const issues = this.#findings.map(({ issue, node }) => {
      return { ...issue, path: node === undefined ? '' : (paths.get(node) ?? '') };
    });
    return { issues, suppressed: this.#suppressed };
  }
}

/** An issue about a grammar, without a place. */
export function grammarIssue(
  code: GrammarIssueCode,
  severity: Severity,
  params: IssueParams = {},
): Issue<GrammarIssueCode> {
  return { code, severity, path: '', message: fillTemplate(grammarMessages[code], params), params };
}

function firstByName(entities: readonly EntityDeclaration[]): ReadonlyMap<string, EntityDeclaration> {
  const general = entities.filter(({ parameter }) => parameter !== true);
  return new Map(general.reverse().map((entity) => [entity.name, entity]));
}
