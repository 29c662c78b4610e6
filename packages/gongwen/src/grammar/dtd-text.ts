import { type Particle, parseContentSpec } from '../xml/content-spec.ts';
import type { ExchangeEncoding } from '../xml/encode.ts';
import { BASIC_NAMES } from './generations.ts';
import type { AttributeRule, ElementRule, Grammar, TagSet } from './grammar.ts';

export interface DtdOptions {
  /** Names the encoding in the text declaration and chooses the family of the file names; `utf-8` by default. */
  readonly encoding?: ExchangeEncoding;
  /** True (default): one file with every element the root can reach. False: the root's file, to go with its tag sets. */
  readonly selfContained?: boolean;
}

/** A file of a DTD set. */
export interface DtdFile {
  readonly name: string;
  readonly text: string;
}

/**
 * The DTD of a grammar, generated from its data. Faults of the official set are mended; a comment says which.
 *
 * @returns The text of the root's DTD, with LF line ends, to be encoded as its first line says.
 */
export function dtdText(grammar: Grammar, options: DtdOptions = {}): string {
  const { encoding = 'utf-8', selfContained = true } = options;
  const lines = [declaration(encoding), comment(grammar)];
  if (selfContained) lines.push(...elementLines(reachable(grammar)));
  else {
    for (const { entity, file } of tagSetFiles(grammar, encoding)) {
      lines.push(`<!ENTITY % ${entity} SYSTEM "${file}">`, `%${entity};`);
    }
    lines.push(...ruleLines(grammar.root, grammar.elements[grammar.root] ?? { content: 'ANY' }));
  }
  return `${lines.join('\n')}\n`;
}

/** The DTD of a grammar as the official sets are cut: the root's file and its tag set files. */
export function dtdFiles(grammar: Grammar, options: Pick<DtdOptions, 'encoding'> = {}): readonly DtdFile[] {
  const { encoding = 'utf-8' } = options;
  const name = encoding === 'big5' ? grammar.dtdNames.big5 : grammar.dtdNames.utf8;
  const sets = tagSetFiles(grammar, encoding).map(({ file, names }) => {
    const tags = Object.entries(grammar.elements).filter(
      ([element]) => element !== grammar.root && names(element),
    );
    return {
      name: file,
      text: `${[declaration(encoding), ...elementLines(Object.fromEntries(tags))].join('\n')}\n`,
    };
  });
  return [{ name, text: dtdText(grammar, { encoding, selfContained: false }) }, ...sets];
}

function declaration(encoding: ExchangeEncoding): string {
  return `<?xml version="1.0" encoding="${encoding === 'big5' ? 'Big5' : 'UTF-8'}"?>`;
}

/** A comment may not hold two hyphens. */
function comment(grammar: Grammar): string {
  const notes = [grammar.evidenceNote, ...grammar.defects.map(({ zh }) => `已修正：${zh}`)];
  const text = [grammar.id, ...notes.filter((note) => note !== undefined)].join('\n     ');
  return `<!-- ${text.replace(/--/g, '-')} -->`;
}

interface TagSetFile {
  readonly entity: string;
  readonly file: string;
  readonly names: (element: string) => boolean;
}

function tagSetFiles(grammar: Grammar, encoding: ExchangeEncoding): readonly TagSetFile[] {
  const { generation, kind } = grammar;
  const single = grammar.dtdNames.utf8 === grammar.dtdNames.big5;
  const suffix = single ? '' : encoding === 'big5' ? '_big5' : '_utf8';
  const file = (set: string) => `${generation}_${set}${suffix}.ent`;
  if (kind === 'envelope' || kind === 'encrypt-list' || kind === 'exchange-message') {
    return [{ entity: '信封檔標籤', file: file('envelope'), names: () => true }];
  }
  const second =
    kind === 'sign-flow' ? (['線上簽核標籤', 'sign'] as const) : (['電子交換標籤', 'exchange'] as const);
  return [
    { entity: '基本標籤', file: file('basic'), names: (element) => BASIC_NAMES.has(element) },
    { entity: second[0], file: file(second[1]), names: (element) => !BASIC_NAMES.has(element) },
  ];
}

/** Every element that can occur in a document of this root, in the order in which it is first used. */
export function reachable(grammar: Grammar): TagSet {
  const found: Record<string, ElementRule> = {};
  const waiting = [grammar.root];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const rule = grammar.elements[name];
    if (rule === undefined || found[name] !== undefined) continue;
    found[name] = rule;
    waiting.push(...namesIn(rule.content, grammar));
  }
  return found;
}

function namesIn(content: string, grammar: Grammar): readonly string[] {
  const { spec } = parseContentSpec(content);
  if (spec.type === 'any') return Object.keys(grammar.elements);
  if (spec.type === 'mixed') return spec.names;
  return spec.type === 'children' ? namesOf(spec.particle) : [];
}

function namesOf(particle: Particle): readonly string[] {
  return particle.type === 'name' ? [particle.name] : particle.parts.flatMap(namesOf);
}

function elementLines(tags: TagSet): readonly string[] {
  return Object.entries(tags).flatMap(([name, rule]) => ruleLines(name, rule));
}

function ruleLines(name: string, rule: ElementRule): readonly string[] {
  const attributes = Object.entries(rule.attributes ?? {}).map(
    ([attribute, attributeRule]) => `<!ATTLIST ${name} ${attribute} ${attributeText(attributeRule)}>`,
  );
  return [`<!ELEMENT ${name} ${rule.content}>`, ...attributes];
}

function attributeText({ type, required, default: fallback }: AttributeRule): string {
  const typeText = typeof type === 'string' ? type : `(${type.join('|')})`;
  if (required === true) return `${typeText} #REQUIRED`;
  return fallback === undefined ? `${typeText} #IMPLIED` : `${typeText} "${fallback}"`;
}
