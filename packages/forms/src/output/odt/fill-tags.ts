import { escapeMarkup } from '../../sheet/escape.ts';

const PARAGRAPH = /<text:(p|h)(?:\s[^>]*)?>.*?<\/text:\1>/gs;
const TAG = /\{([^{}]+)\}/g;

/** The names of the tags in an ODF part, also of those that an editor has cut into several spans. */
export function tagsOf(xml: string): string[] {
  return [...xml.matchAll(PARAGRAPH)].flatMap(([paragraph]) =>
    [...pieces(paragraph).text.matchAll(TAG)].map(([, name = '']) => unescapeMarkup(name.trim())),
  );
}

/** The part with every tag replaced by its text; line breaks become elements, unknown tags stay. */
export function fillTags(xml: string, values: ReadonlyMap<string, string>): string {
  return xml.replace(PARAGRAPH, (paragraph) => fillParagraph(paragraph, values));
}

/** A paragraph as alternating markup and text, and all its text in one string. */
function pieces(paragraph: string): { readonly parts: readonly string[]; readonly text: string } {
  const parts = paragraph.split(/(<[^>]*>)/);
  return { parts, text: parts.filter((_, place) => place % 2 === 0).join('') };
}

/** Puts each value where its tag begins and takes the rest of the tag out of the spans that follow. */
function fillParagraph(paragraph: string, values: ReadonlyMap<string, string>): string {
  const { parts, text } = pieces(paragraph);
  const found = [...text.matchAll(TAG)].flatMap((match) => {
    const value = values.get(unescapeMarkup((match[1] ?? '').trim()));
    return value === undefined
      ? []
      : [{ from: match.index, to: match.index + match[0].length, xml: valueXml(value) }];
  });
  if (found.length === 0) return paragraph;
  let at = 0;
  return parts
    .map((part, place) => {
      if (place % 2 === 1) return part;
      const start = at;
      at += part.length;
      return [...part].length === 0 ? part : replaced(part, start, found);
    })
    .join('');
}

function replaced(
  part: string,
  start: number,
  found: readonly { from: number; to: number; xml: string }[],
): string {
  let result = '';
  for (let place = 0; place < part.length; place += 1) {
    const position = start + place;
    const tag = found.find(({ from, to }) => from <= position && position < to);
    if (tag === undefined) result += part.charAt(place);
    else if (tag.from === position) result += tag.xml;
  }
  return result;
}

function valueXml(value: string): string {
  return escapeMarkup(value).replaceAll('\n', '<text:line-break/>');
}

function unescapeMarkup(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
