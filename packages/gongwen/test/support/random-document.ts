import type { State } from '../../src/grammar/automaton.ts';
import { type CompiledElement, CompiledGrammar } from '../../src/grammar/compiled-grammar.ts';
import type { AttributeRule, Grammar } from '../../src/grammar/grammar.ts';
import type { Random } from './random.ts';

const TEXTS = [
  '',
  ' ',
  '嘉禾市政府',
  '中華民國115年10月2日',
  'A &lt; B &amp; C',
  '請　查照。',
  '&#x516C;&#25991;',
  '許功蓋',
  '\n    縮排的文字\n  ',
  '<![CDATA[a < b & c]]>',
  '𠀀字',
  'plain',
];
const BETWEEN = ['', '', '', '\n', '\n  ', ' ', '\r\n', '<!-- 註 -->', '<?x y?>', '\t'];

interface Writing {
  readonly random: Random;
  readonly grammar: CompiledGrammar;
  readonly entities: readonly string[];
  ids: number;
  nodes: number;
}

/** A random document that is valid in a grammar, written in varying ways. */
export function randomDocument(grammar: Grammar, random: Random): string {
  const compiled = new CompiledGrammar(grammar);
  const entities = ['表單', 'ATTCH1', '附件二'];
  const writing: Writing = { random, grammar: compiled, entities, ids: 0, nodes: 0 };
  const head = random.chance(0.8) ? '<?xml version="1.0" encoding="UTF-8"?>\n' : '';
  const subset = entities.map(
    (name) => `<!ENTITY ${name} SYSTEM "${random.pick(['a.sw', 'b.pdf', ''])}" NDATA _X>`,
  );
  const doctype = `<!DOCTYPE ${grammar.root} SYSTEM "${grammar.dtdName}" [\n${subset.join('\n')}\n<!NOTATION _X SYSTEM "">\n]>`;
  return `${head}${doctype}\n${writeElement(writing, grammar.root, 0)}${random.pick(['', '\n', '\n<!-- end -->\n'])}`;
}

function writeElement(writing: Writing, name: string, depth: number): string {
  const element = writing.grammar.get(name);
  if (element === undefined) throw new Error(`no rule for ${name}`);
  writing.nodes += 1;
  const tag = `${name}${writeAttributes(writing, element)}${writing.random.pick(['', '', '', ' '])}`;
  const body = writeBody(writing, element, depth);
  return body === '' && writing.random.chance(0.6) ? `<${tag}/>` : `<${tag}>${body}</${name}>`;
}

function writeBody(writing: Writing, element: CompiledElement, depth: number): string {
  if (element.type === 'empty') return '';
  if (element.type === 'text' || element.type === 'mixed') return writing.random.pick(TEXTS);
  const parts = childNames(writing, element.start, depth).map((name) =>
    writeElement(writing, name, depth + 1),
  );
  return parts.map((part) => writing.random.pick(BETWEEN) + part).join('') + writing.random.pick(BETWEEN);
}

/** A random walk through the automaton; when the document is deep or large, the shortest way out. */
function childNames(writing: Writing, start: State, depth: number): readonly string[] {
  const names: string[] = [];
  let state = start;
  for (;;) {
    const hurry = depth > 6 || names.length > 25 || writing.nodes > 150;
    if (state.accepts && (hurry || state.next.size === 0 || writing.random.chance(0.25))) return names;
    if (hurry) return [...names, ...shortestEnd(state)];
    const [name, next] = writing.random.pick([...state.next]);
    names.push(name);
    state = next;
  }
}

function shortestEnd(from: State): readonly string[] {
  const seen = new Set([from]);
  let level: { state: State; names: readonly string[] }[] = [{ state: from, names: [] }];
  for (;;) {
    const deeper: typeof level = [];
    for (const { state, names } of level) {
      if (state.accepts) return names;
      for (const [name, next] of state.next) {
        if (seen.has(next)) continue;
        seen.add(next);
        deeper.push({ state: next, names: [...names, name] });
      }
    }
    level = deeper;
  }
}

function writeAttributes(writing: Writing, element: CompiledElement): string {
  let text = '';
  for (const { name, rule } of element.attributes) {
    if (rule.required !== true && writing.random.chance(0.4)) continue;
    const quote = writing.random.pick(['"', '"', "'"]);
    text += ` ${name}${writing.random.pick(['=', '=', ' = '])}${quote}${attributeValue(writing, rule)}${quote}`;
  }
  return text;
}

function attributeValue(writing: Writing, { type }: AttributeRule): string {
  const { random } = writing;
  if (typeof type !== 'string') return random.chance(0.1) ? ` ${random.pick(type)} ` : random.pick(type);
  if (type === 'ID') return `i${++writing.ids}`;
  if (type === 'ENTITY') return random.pick(writing.entities);
  if (type === 'ENTITIES') return random.chance(0.5) ? 'ATTCH1' : 'ATTCH1  附件二 ';
  return random.pick(['', '說明：', 'a &amp; b', '一、', '&#x4E00;']);
}
