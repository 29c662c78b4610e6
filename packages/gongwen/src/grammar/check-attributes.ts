import { isName, isNameToken } from '../xml/characters.ts';
import type { XmlAttribute, XmlElement } from '../xml/tree.ts';
import { type CheckRun, LIST_SEPARATOR } from './check-run.ts';
import type { CompiledAttribute, CompiledElement } from './compiled-grammar.ts';

/** Checks the attributes of one element against its rule. */
export function checkAttributes(run: CheckRun, node: XmlElement, element: CompiledElement): void {
  const { attributes } = node;
  for (let at = 0; at < attributes.length; at += 1) {
    // at < attributes.length
    const attribute = attributes[at] as XmlAttribute;
    const compiled = ruleOf(element, attribute.name);
    if (compiled === undefined) reportUnknown(run, node, element, attribute);
    else checkValue(run, node, compiled, attribute);
  }
  if (element.required > 0) checkRequired(run, node, element);
  if (run.standalone) checkDefaults(run, node, element);
}

function ruleOf(element: CompiledElement, name: string): CompiledAttribute | undefined {
  for (const attribute of element.attributes) if (attribute.name === name) return attribute;
  return undefined;
}

function has(node: XmlElement, name: string): boolean {
  for (const attribute of node.attributes) if (attribute.name === name) return true;
  return false;
}

function reportUnknown(
  run: CheckRun,
  node: XmlElement,
  element: CompiledElement,
  attribute: XmlAttribute,
): void {
  const allowed = element.attributes.map(({ name }) => name).join(LIST_SEPARATOR) || '—';
  run.report('GRAMMAR_ATTRIBUTE_UNKNOWN', node, { element: node.name, attribute: attribute.name, allowed });
}

function checkRequired(run: CheckRun, node: XmlElement, element: CompiledElement): void {
  for (const { name, rule } of element.attributes) {
    if (rule.required !== true || has(node, name)) continue;
    run.report('GRAMMAR_ATTRIBUTE_MISSING', node, { element: node.name, attribute: name });
  }
}

/** A default that only the external DTD knows contradicts standalone="yes". */
function checkDefaults(run: CheckRun, node: XmlElement, element: CompiledElement): void {
  const lacking = element.attributes.some(({ name, rule }) => rule.default !== undefined && !has(node, name));
  if (lacking) run.report('GRAMMAR_STANDALONE', node, { parent: node.name });
}

function checkValue(
  run: CheckRun,
  node: XmlElement,
  compiled: CompiledAttribute,
  attribute: XmlAttribute,
): void {
  const { type } = compiled.rule;
  if (type === 'CDATA') return;
  const found = attribute.value.includes(' ')
    ? attribute.value.replace(/ +/g, ' ').replace(/^ | $/g, '')
    : attribute.value;
  if (run.standalone && found !== attribute.value)
    run.report('GRAMMAR_STANDALONE', node, { parent: node.name });
  if (compiled.values?.has(found)) return;
  const params = { element: node.name, attribute: attribute.name, found };
  if (compiled.values !== undefined) {
    const allowed = [...compiled.values].join(LIST_SEPARATOR);
    run.report('GRAMMAR_ATTRIBUTE_VALUE', node, { ...params, allowed });
  } else if (typeof type === 'string') checkTokens(run, node, type, params);
}

interface TokenParams {
  readonly element: string;
  readonly attribute: string;
  readonly found: string;
  readonly [name: string]: string;
}

function checkTokens(run: CheckRun, node: XmlElement, type: string, params: TokenParams): void {
  const plural = type.endsWith('S') || type === 'ENTITIES';
  const tokens = plural ? params.found.split(' ') : [params.found];
  const isToken = type.startsWith('NMTOKEN') ? isNameToken : isName;
  if (!tokens.every(isToken)) {
    run.report('GRAMMAR_ATTRIBUTE_NAME', node, { ...params, type });
    return;
  }
  for (const found of tokens) checkToken(run, node, type, { ...params, found });
}

function checkToken(run: CheckRun, node: XmlElement, type: string, params: TokenParams): void {
  const { found } = params;
  if (type === 'ID') {
    run.ids ??= new Set();
    if (run.ids.has(found)) run.report('GRAMMAR_ID_TWICE', node, params);
    run.ids.add(found);
  } else if (type.startsWith('IDREF')) {
    run.references.push({ id: found, node });
  } else if (type.startsWith('ENTIT')) {
    const entity = run.entity(found);
    if (entity === undefined) run.report('GRAMMAR_ENTITY_UNKNOWN', node, params);
    else if (entity.notation === undefined) run.report('GRAMMAR_ENTITY_PARSED', node, params);
  }
}
