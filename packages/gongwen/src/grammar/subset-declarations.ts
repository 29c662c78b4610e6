import type { AttributeDeclaration, Doctype } from '../xml/document.ts';
import type { AttributeRule, ElementRule, Grammar } from './grammar.ts';

/**
 * The grammar as a document's internal subset changes it: new elements and attributes are added, an attribute declared
 * inside wins over the DTD's, an element that the DTD has already is an error and keeps the DTD's rule.
 */
export function withSubsetDeclarations(
  grammar: Grammar,
  doctype: Doctype | undefined,
): { readonly grammar: Grammar; readonly redeclared: readonly string[] } {
  const { elements = [], attributes = [] } = doctype ?? {};
  if (elements.length === 0 && attributes.length === 0) return { grammar, redeclared: [] };
  const rules: Record<string, ElementRule> = { ...grammar.elements };
  const redeclared: string[] = [];
  for (const { name, content } of elements) {
    if (rules[name] !== undefined) redeclared.push(name);
    else rules[name] = { content };
  }
  for (const declaration of attributes.toReversed()) {
    const rule = rules[declaration.element];
    if (rule !== undefined) {
      const added = { [declaration.name]: attributeRule(declaration) };
      rules[declaration.element] = { ...rule, attributes: { ...rule.attributes, ...added } };
    }
  }
  return { grammar: { ...grammar, elements: rules }, redeclared };
}

function attributeRule(declaration: AttributeDeclaration): AttributeRule {
  return {
    // the subset reader lets only the DTD's own type words through
    type: declaration.type as AttributeRule['type'],
    ...(declaration.required === true ? { required: true } : {}),
    ...(declaration.default === undefined ? {} : { default: declaration.default }),
  };
}
