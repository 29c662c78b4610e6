import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import { joinedMoves, type Machine, machines } from './machines.ts';
import { ROOT } from './root.ts';

const FONT = 'Noto Sans TC, Microsoft JhengHei, PingFang TC, sans-serif';
const quoted = (text: string) => `"${text.replaceAll('"', '\\"')}"`;

/** Width of a label in inches at 12 pt; the layout engine knows no Chinese font. */
function widthOf(text: string): number {
  const em = [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/u.test(character) ? 1 : 0.58), 0);
  return Math.max(0.9, (em * 12) / 72 + 0.3);
}

/** An edge label that keeps its own room: a table of fixed width. */
const edgeLabel = (text: string) =>
  text === ''
    ? ''
    : `,label=<<table border="0" cellborder="0" cellspacing="0"><tr><td fixedsize="true" width="${Math.ceil(
        widthOf(text) * 60,
      )}" height="16"><font point-size="10">${text}</font></td></tr></table>>`;

const GRAPH = `graph [rankdir=TB,nodesep=0.35,ranksep=0.5,bgcolor="white",fontname=${quoted(FONT)}];
node [shape=box,style="rounded,filled",fillcolor="#f4f7fb",color="#34506b",fontname=${quoted(FONT)},fontsize=12,height=0.42,fixedsize=true];
edge [color="#5b7188",fontcolor="#22384d",fontname=${quoted(FONT)},arrowsize=0.7];`;

function dotOfMachine(machine: Machine): string {
  const nodes = machine.states.map(({ id, label, end }) => {
    const look = [
      ...(end ? ['fillcolor="#e7efe4"', 'peripheries=2'] : []),
      ...(id === machine.initial ? ['penwidth=2.4'] : []),
    ];
    return `${quoted(id)} [label=${quoted(label)},width=${widthOf(label).toFixed(2)}${look.map((part) => `,${part}`).join('')}];`;
  });
  const edges = joinedMoves(machine).map(
    ({ from, to, event }) => `${quoted(from)} -> ${quoted(to)} [weight=1${edgeLabel(event)}];`,
  );
  return `digraph G {\n${GRAPH}\n${[...nodes, ...edges].join('\n')}\n}`;
}

/** Mermaid text of a machine, for readers who want to change or reuse it. */
export function mermaidOf(machine: Machine): string {
  const name = (id: string) => id.replaceAll('-', '_');
  return [
    'stateDiagram-v2',
    `  [*] --> ${name(machine.initial)}`,
    ...machine.states.map(({ id, label }) => `  ${name(id)}: ${label}`),
    ...joinedMoves(machine).map(
      ({ from, to, event }) => `  ${name(from)} --> ${name(to)}${event === '' ? '' : `: ${event}`}`,
    ),
    ...machine.states.filter(({ end }) => end).map(({ id }) => `  ${name(id)} --> [*]`),
    '',
  ].join('\n');
}

/** Packages and what they import, from their manifests. */
function dotOfHouse(): string {
  const folders = ['packages', 'examples'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => join(ROOT, folder, name, 'package.json')),
  );
  const manifests = folders.flatMap((path) => {
    try {
      return [JSON.parse(readFileSync(path, 'utf8'))];
    } catch {
      return [];
    }
  });
  const lines = manifests.flatMap(({ name, dependencies = {} }) => {
    const app = String(name).startsWith('@kcc-examples/');
    const look = app ? ',fillcolor="#fbf4e4"' : '';
    const own = Object.keys(dependencies).filter((key) => key.startsWith('@kcc/'));
    return [
      `${quoted(name)} [width=${widthOf(name).toFixed(2)}${look}];`,
      ...own.map((to) => `${quoted(name)} -> ${quoted(to)};`),
    ];
  });
  return `digraph G {\n${GRAPH}\n${lines.sort().join('\n')}\n}`;
}

const WAY: readonly (readonly [from: string, to: string, label: string])[] = [
  ['草稿或 Letter', 'gongwen：檢查', ''],
  ['gongwen：檢查', 'DI、SW、附件', 'writeDispatch'],
  ['gongwen：檢查', 'docx、odt、PDF、html', 'render…'],
  ['憑證卡', '封裝檔', '簽章'],
  ['DI、SW、附件', '封裝檔', 'engine.send'],
  ['封裝檔', '交換中心', 'engine.runOnce'],
  ['交換中心', '受文者', ''],
  ['受文者', '簽章回執', '收文確認、退文'],
  ['簽章回執', '存證檔', 'exportEvidence'],
];

function dotOfWay(): string {
  const names = [...new Set(WAY.flatMap(([from, to]) => [from, to].map(String)))];
  return `digraph G {\n${GRAPH}\n${[
    ...names.map((name) => `${quoted(name)} [width=${widthOf(name).toFixed(2)}];`),
    ...WAY.map(([from, to, label]) => `${quoted(from)} -> ${quoted(to)} [weight=1${edgeLabel(label)}];`),
  ].join('\n')}\n}`;
}

/** Every generated picture: file name below `docs/pictures` → contents. */
export async function diagrams(): Promise<ReadonlyMap<string, string>> {
  const graphviz = await Graphviz.load();
  const draw = (title: string, dot: string) =>
    graphviz
      .dot(dot)
      .replace(/<!--[\s\S]*?-->\n?|<!DOCTYPE[\s\S]*?>\n?/g, '')
      .replace(/<svg [^>]*>/, (svg) => `${svg.replace('<svg', '<svg role="img"')}\n<title>${title}</title>`);
  const files = new Map<string, string>();
  files.set('house.svg', draw('套件與相依', dotOfHouse()));
  files.set('way-of-a-letter.svg', draw('一件公文的路', dotOfWay()));
  for (const machine of machines()) {
    files.set(`${machine.id}.mmd`, mermaidOf(machine));
    files.set(`${machine.id}.svg`, draw(machine.title, dotOfMachine(machine)));
  }
  return files;
}
