import type { Issue } from '@kcc/validators';
import type { Prolog } from '../xml/document.ts';
import { DEFAULT_LIMITS } from '../xml/limits.ts';
import { xmlIssue } from '../xml/reader.ts';
import type { XmlElement } from '../xml/tree.ts';
import { checkAttributes } from './check-attributes.ts';
import { checkContent } from './check-content.ts';
import { checkNotations } from './check-prolog.ts';
import { CheckRun } from './check-run.ts';
import { type CompiledElement, compileGrammar } from './compiled-grammar.ts';
import type { Grammar } from './grammar.ts';
import { innerNodes } from './inner-nodes.ts';
import { withSubsetDeclarations } from './subset-declarations.ts';

/**
 * Checks a tree against a grammar, as a validating XML parser would with the DTD.
 *
 * @param root The root element, read or built.
 * @param grammar What the document ought to be; see `findGrammar` and `extendGrammar`.
 * @param prolog Declares the entities and notations that ENTITY attributes refer to.
 * @param options `maxIssues`: how many issues are listed, 200 by default.
 * @returns Every place that does not fit, with what was found and what would have been allowed there.
 */
export function checkAgainstGrammar(
  root: XmlElement,
  grammar: Grammar,
  prolog: Prolog = {},
  options: { readonly maxIssues?: number } = {},
): readonly Issue[] {
  const maximum = options.maxIssues ?? DEFAULT_LIMITS.issues;
  const extended = withSubsetDeclarations(grammar, prolog.doctype);
  const run = new CheckRun(compileGrammar(extended.grammar), prolog, maximum);
  for (const found of extended.redeclared) run.report('GRAMMAR_SUBSET_REDECLARED', undefined, { found });
  const { doctype } = prolog;
  if (doctype !== undefined) {
    if (doctype.name !== root.name) {
      run.report('GRAMMAR_DOCTYPE_NAME', root, { doctype: doctype.name, root: root.name });
    }
    checkNotations(run, doctype);
  }
  checkTree(run, root);
  for (const { id, node } of run.references) {
    if (run.ids?.has(id) !== true) run.report('GRAMMAR_IDREF_UNKNOWN', node, { found: id });
  }
  const { issues, suppressed } = run.issues(root);
  return suppressed === 0
    ? issues
    : [...issues, xmlIssue('XML_MORE_ISSUES', 'error', { listed: maximum, more: suppressed })];
}

/** Checks every element in document order, without recursion. */
function checkTree(run: CheckRun, root: XmlElement): void {
  // never shortened, since a list that shrinks gives its room back and must grow again
  const waiting: XmlElement[] = [root];
  for (let top = 1; top > 0; ) {
    top -= 1;
    // top < waiting.length
    const node = waiting[top] as XmlElement;
    const element = run.grammar.get(node.name);
    // An element that no rule knows was reported at its parent; what it holds is still looked at.
    if (element !== undefined) checkElement(run, node, element);
    const inner = innerNodes(node);
    for (let at = inner.length - 1; at >= 0; at -= 1) {
      const item = inner[at];
      if (item?.type === 'element') waiting[top++] = item;
      else if (item?.type === 'inclusion') {
        for (const child of item.nodes.toReversed()) if (child.type === 'element') waiting[top++] = child;
      }
    }
  }
}

function checkElement(run: CheckRun, node: XmlElement, element: CompiledElement): void {
  const { undeclaredBy } = element.rule;
  if (undeclaredBy !== undefined) reportDefect(run, node, undeclaredBy);
  if (node.attributes.length > 0 || element.attributes.length > 0) checkAttributes(run, node, element);
  checkContent(run, node, element);
}

function reportDefect(run: CheckRun, node: XmlElement, id: string): void {
  if (run.defects.includes(id)) return;
  run.defects.push(id);
  const defect = run.grammar.grammar.defects.find((known) => known.id === id)?.zh ?? id;
  run.report('GRAMMAR_OFFICIAL_DEFECT', node, { element: node.name, id, defect }, { severity: 'warning' });
}
