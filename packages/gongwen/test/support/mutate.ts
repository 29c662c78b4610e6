import type { Random } from './random.ts';

const SCRAPS = [
  ...[
    '<',
    '>',
    '&',
    '"',
    "'",
    '/',
    '=',
    ']',
    '[',
    ']]>',
    '<!--',
    '-->',
    '--',
    '<![CDATA[',
    '?>',
    '<?x?>',
    '<?xml?>',
  ],
  ...[
    '&amp;',
    '&#',
    '&#x0;',
    '&#32;',
    '&#65;',
    '&foo;',
    '&lt',
    ';',
    '%',
    '#',
    '!',
    '-',
    ' ',
    '\t',
    '\r',
    '\n',
    '\r\n',
  ],
  ...[
    '\u0001',
    '\u0000',
    '\ufffe',
    '　',
    '文',
    '𠀀',
    'x',
    '0',
    '代碼',
    ' 代碼="密"',
    ' x="1"',
    '</函>',
    '<函>',
    '<文字/>',
  ],
  ...[
    '<文字>字</文字>',
    '<全銜/>',
    '<姓名>甲</姓名>',
    '<note/>',
    '<!ENTITY a "b">',
    'SYSTEM',
    'NDATA',
    '<a:b/>',
    'é',
  ],
];

/** The text with one to three random changes, from single characters to whole elements. */
export function mutate(text: string, random: Random): string {
  let result = text;
  const times = 1 + random.below(3);
  for (let time = 0; time < times; time += 1) result = random.pick(CHANGES)(result, random);
  return result;
}

type Change = (text: string, random: Random) => string;

const splice = (text: string, at: number, length: number, insert: string) =>
  text.slice(0, at) + insert + text.slice(at + length);

/** All complete elements without child elements, for changes of the tree. */
function leaf(text: string, random: Random): { readonly at: number; readonly text: string } | undefined {
  const leaves = [...text.matchAll(/<([^\s<>/!?"']+)[^<>]*(?:\/>|>[^<]*<\/\1\s*>)/g)];
  if (leaves.length === 0) return undefined;
  const found = random.pick(leaves);
  return { at: found.index, text: found[0] };
}

function onLeaf(change: (element: string, random: Random) => string): Change {
  return (text, random) => {
    const found = leaf(text, random);
    return found === undefined ? text : splice(text, found.at, found.text.length, change(found.text, random));
  };
}

const CHANGES: readonly Change[] = [
  (text, random) => splice(text, random.below(text.length), 1, ''),
  (text, random) => splice(text, random.below(text.length), 0, random.pick(SCRAPS)),
  (text, random) => splice(text, random.below(text.length), 1, random.pick(SCRAPS)),
  (text, random) => splice(text, random.below(text.length), random.below(30), ''),
  (text, random) => {
    const at = random.below(text.length);
    return splice(text, random.below(text.length), 0, text.slice(at, at + random.below(40)));
  },
  onLeaf(() => ''),
  onLeaf((element) => element + element),
  onLeaf((element, random) =>
    element.replace(/^<([^\s<>/]+)/, `<$1${random.pick([' 代碼="x"', ' Id="i1"', ' 段名="a"'])}`),
  ),
  onLeaf((element) => element.replace(/ [^\s=]+ ?= ?("[^"]*"|'[^']*')/, '')),
  onLeaf((element) => element.replace(/("|')[^"']+("|')/, '$1沒有$2')),
  onLeaf((element) => `<條列>${element}</條列>`),
  onLeaf((element, random) =>
    random.pick([`文字${element}`, `${element}文字`, `<!--c-->${element}`, `<![CDATA[ ]]>${element}`]),
  ),
  (text, random) => {
    const first = leaf(text, random);
    const second = leaf(text, random);
    if (first === undefined || second === undefined || second.at <= first.at + first.text.length) return text;
    const swapped = splice(text, second.at, second.text.length, first.text);
    return splice(swapped, first.at, first.text.length, second.text);
  },
  (text, random) => {
    const names = [...text.matchAll(/<([^\s<>/!?"']+)/g)].map(([, name]) => name ?? '');
    const [from, to] = [random.pick(names).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), random.pick(names)];
    return text.replaceAll(new RegExp(`<(/?)${from}(?=[\\s/>])`, 'g'), `<$1${to}`);
  },
];
