import { fillTemplate, type Issue, type IssueParams } from '@kcc/validators';
import { isName } from '../xml/characters.ts';
import { type ContentSpec, ContentSpecError, type Particle, parseContentSpec } from '../xml/content-spec.ts';
import { compileParticle } from './automaton.ts';
import { type ExtendIssueCode, extendMessages } from './extend-messages.ts';
import type { AttributeRule, ElementRule, Grammar, TagSet } from './grammar.ts';

/** What an office or vendor adds to a grammar. */
export interface GrammarExtension {
  /** Who made it, for reports of conflicts. */
  readonly name: string;
  /** Another root element; its rule is among `elements`. */
  readonly root?: string;
  readonly kind?: string;
  /** File name of the extended DTD; both families when it has two. */
  readonly dtdName?: string | { readonly utf8: string; readonly big5: string };
  /** New elements; one that the grammar has already must be named in `replace`. */
  readonly elements?: TagSet;
  /** Attributes added to elements that are there. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, AttributeRule>>>>;
  /** Content put at the end of an element's model, such as `{ 函: '檔號?' }`. */
  readonly append?: Readonly<Record<string, string>>;
  /** Names of elements, or `element/attribute`, that are redeclared on purpose. */
  readonly replace?: readonly string[];
}

/** A grammar that knows which names were added. */
export type ExtendedGrammar<Extensions extends readonly GrammarExtension[]> = Grammar & {
  readonly elements: Readonly<Record<keyof NonNullable<Extensions[number]['elements']>, ElementRule>>;
};

/**
 * Adds elements, attributes and content to a grammar. The base stays as it is.
 *
 * @param base The grammar to start from.
 * @param extensions Applied in order; two that declare the same name differently are in conflict, and the first holds.
 * @returns The grammar without what could not be added, and an issue for each such thing.
 */
export function extendGrammar<const Extensions extends readonly GrammarExtension[]>(
  base: Grammar,
  ...extensions: Extensions
): { readonly grammar: ExtendedGrammar<Extensions>; readonly issues: readonly Issue[] } {
  const extending = new Extending(base);
  for (const extension of extensions) extending.add(extension);
  extending.checkModels();
  // every element that an extension names was added, or an issue says why not
  return { grammar: extending.grammar() as ExtendedGrammar<Extensions>, issues: extending.issues };
}

/** One extension at work: the rules so far and who declared them. */
class Extending {
  readonly issues: Issue[] = [];
  readonly #base: Grammar;
  readonly #rules: Record<string, ElementRule>;
  readonly #owners = new Map<string, string>();
  readonly #touched = new Set<string>();
  #head: Partial<Pick<Grammar, 'root' | 'kind' | 'dtdName' | 'dtdNames'>> = {};

  constructor(base: Grammar) {
    this.#base = base;
    this.#rules = { ...base.elements };
  }

  add(extension: GrammarExtension): void {
    for (const [name, rule] of Object.entries(extension.elements ?? {}))
      this.#addElement(extension, name, rule);
    for (const [name, attributes] of Object.entries(extension.attributes ?? {})) {
      for (const [attribute, rule] of Object.entries(attributes))
        this.#addAttribute(extension, name, attribute, rule);
    }
    for (const [name, content] of Object.entries(extension.append ?? {})) this.#append(name, content);
    this.#addHead(extension);
  }

  #note(code: ExtendIssueCode, element: string, more: IssueParams = {}): void {
    const params = { element, ...more };
    const message = fillTemplate(extendMessages[code], params);
    this.issues.push({ code, severity: 'error', path: `/${element}`, message, params });
  }

  /** True when a name is free, or may be taken. */
  #mayDeclare(extension: GrammarExtension, name: string, exists: boolean): boolean {
    const owner = this.#owners.get(name);
    if (owner !== undefined && owner !== extension.name) {
      this.#note('GRAMMAR_CONFLICT', name, { first: owner, second: extension.name });
      return false;
    }
    if (exists && !(extension.replace ?? []).includes(name)) {
      this.#note('GRAMMAR_REDECLARED', name, { found: name });
      return false;
    }
    this.#owners.set(name, extension.name);
    return true;
  }

  #addElement(extension: GrammarExtension, name: string, rule: ElementRule): void {
    const known = this.#rules[name];
    if (known !== undefined && isSame(known, rule)) return;
    if (!isName(name)) return void this.#note('GRAMMAR_NAME', name);
    if (!this.#mayDeclare(extension, name, known !== undefined)) return;
    if (parse(rule.content) === undefined)
      return void this.#note('GRAMMAR_CONTENT', name, { content: rule.content });
    this.#rules[name] = { content: rule.content, attributes: {} };
    this.#touched.add(name);
    for (const [attribute, attributeRule] of Object.entries(rule.attributes ?? {})) {
      this.#setAttribute(name, attribute, attributeRule);
    }
  }

  #addAttribute(extension: GrammarExtension, name: string, attribute: string, rule: AttributeRule): void {
    const element = this.#rules[name];
    if (element === undefined) return void this.#note('GRAMMAR_EXTENDS_NOTHING', name);
    const exists = element.attributes?.[attribute] !== undefined;
    if (this.#mayDeclare(extension, `${name}/${attribute}`, exists))
      this.#setAttribute(name, attribute, rule);
  }

  #setAttribute(name: string, attribute: string, rule: AttributeRule): void {
    if (!isName(attribute)) return void this.#note('GRAMMAR_NAME', name, { attribute });
    const { type, default: fallback } = rule;
    if (typeof type !== 'string' && fallback !== undefined && !type.includes(fallback)) {
      return void this.#note('GRAMMAR_DEFAULT', name, { attribute, found: fallback });
    }
    const element = this.#rules[name] ?? { content: 'EMPTY' };
    this.#rules[name] = { ...element, attributes: { ...element.attributes, [attribute]: rule } };
  }

  #append(name: string, content: string): void {
    const element = this.#rules[name];
    if (element === undefined) return void this.#note('GRAMMAR_EXTENDS_NOTHING', name);
    const extended = `(${element.content},${content})`;
    if (!element.content.startsWith('(') || parse(extended)?.type !== 'children') {
      return void this.#note('GRAMMAR_CONTENT', name, { content });
    }
    this.#rules[name] = { ...element, content: extended };
    this.#touched.add(name);
  }

  #addHead({ root, kind, dtdName }: GrammarExtension): void {
    const head = { ...(root !== undefined && { root }), ...(kind !== undefined && { kind }) };
    const names = typeof dtdName === 'string' ? { utf8: dtdName, big5: dtdName } : dtdName;
    this.#head = {
      ...this.#head,
      ...head,
      ...(names !== undefined && { dtdName: names.utf8, dtdNames: names }),
    };
  }

  /** Models that were added must be deterministic and name only what is declared. */
  checkModels(): void {
    for (const name of this.#touched) {
      const spec = parse(this.#rules[name]?.content ?? '');
      if (spec === undefined) continue;
      const missing = namesIn(spec).filter((child) => this.#rules[child] === undefined);
      for (const found of new Set(missing)) this.#note('GRAMMAR_CONTENT_UNDECLARED', name, { found });
      const ambiguous = spec.type === 'children' ? compileParticle(spec.particle).ambiguous : undefined;
      if (ambiguous !== undefined) this.#note('GRAMMAR_CONTENT_AMBIGUOUS', name, { found: ambiguous });
    }
    const root = this.#head.root ?? this.#base.root;
    if (this.#rules[root] === undefined) this.#note('GRAMMAR_EXTENDS_NOTHING', root);
  }

  grammar(): Grammar {
    const root = this.#head.root ?? this.#base.root;
    const [edition] = this.#base.id.split('/');
    return { ...this.#base, ...this.#head, id: `${edition}/${root}`, elements: this.#rules };
  }
}

function isSame(left: ElementRule, right: ElementRule): boolean {
  const text = ({ content, attributes = {} }: ElementRule) => JSON.stringify([content, attributes]);
  return text(left) === text(right);
}

function parse(content: string): ContentSpec | undefined {
  try {
    const { spec, end } = parseContentSpec(content);
    return end === content.length ? spec : undefined;
  } catch (error) {
    if (error instanceof ContentSpecError) return undefined;
    throw error;
  }
}

function namesIn(spec: ContentSpec): readonly string[] {
  if (spec.type === 'mixed') return spec.names;
  return spec.type === 'children' ? particleNames(spec.particle) : [];
}

function particleNames(particle: Particle): readonly string[] {
  return particle.type === 'name' ? [particle.name] : particle.parts.flatMap(particleNames);
}
