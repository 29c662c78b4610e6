import { parseContentSpec } from '../xml/content-spec.ts';
import { compileParticle, type State } from './automaton.ts';
import type { AttributeRule, ElementRule, Grammar } from './grammar.ts';

/** An attribute ready for checking. */
export interface CompiledAttribute {
  readonly name: string;
  readonly rule: AttributeRule;
  /** The list of an enumeration. */
  readonly values: ReadonlySet<string> | undefined;
}

/** An element ready for checking. */
export interface CompiledElement {
  readonly name: string;
  readonly rule: ElementRule;
  readonly type: 'empty' | 'any' | 'text' | 'mixed' | 'children';
  /** Elements allowed among text. */
  readonly mixed: ReadonlySet<string>;
  readonly start: State;
  readonly attributes: readonly CompiledAttribute[];
  readonly required: number;
}

/** A grammar ready for checking; elements are compiled when they are first met. */
export class CompiledGrammar {
  readonly grammar: Grammar;
  readonly #elements = new Map<string, CompiledElement>();

  constructor(grammar: Grammar) {
    this.grammar = grammar;
  }

  /** Undefined for an element that the grammar does not declare. */
  get(name: string): CompiledElement | undefined {
    const known = this.#elements.get(name);
    if (known !== undefined) return known;
    if (!Object.hasOwn(this.grammar.elements, name)) return undefined;
    const rule = this.grammar.elements[name];
    if (rule === undefined) return undefined;
    const compiled = compileElement(name, rule);
    this.#elements.set(name, compiled);
    return compiled;
  }
}

const NO_STATE: State = { accepts: true, next: new Map() };
const NO_NAMES: ReadonlySet<string> = new Set();

function compileElement(name: string, rule: ElementRule): CompiledElement {
  const { spec } = parseContentSpec(rule.content);
  const attributes = Object.entries(rule.attributes ?? {}).map(([attribute, attributeRule]) => ({
    name: attribute,
    rule: attributeRule,
    values: typeof attributeRule.type === 'string' ? undefined : new Set(attributeRule.type),
  }));
  const required = attributes.filter((attribute) => attribute.rule.required === true).length;
  const base = { name, rule, attributes, required };
  if (spec.type === 'children') {
    return { ...base, type: 'children', mixed: NO_NAMES, start: compileParticle(spec.particle).start };
  }
  if (spec.type !== 'mixed') return { ...base, type: spec.type, mixed: NO_NAMES, start: NO_STATE };
  const type = spec.names.length === 0 ? 'text' : 'mixed';
  return { ...base, type, mixed: new Set(spec.names), start: NO_STATE };
}

const compiled = new WeakMap<Grammar, CompiledGrammar>();

/** The compiled form of a grammar, made once. */
export function compileGrammar(grammar: Grammar): CompiledGrammar {
  const known = compiled.get(grammar);
  if (known !== undefined) return known;
  const made = new CompiledGrammar(grammar);
  compiled.set(grammar, made);
  return made;
}
