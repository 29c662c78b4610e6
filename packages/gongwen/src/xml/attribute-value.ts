import { decodeAttribute } from './entity-expansion.ts';
import { checkCharacter } from './other-markup.ts';
import { fail, failLimit, failSyntax, type Reader } from './reader.ts';
import { readReference } from './reference.ts';

/** Reads a quoted attribute value at the cursor and moves behind it. */
export function readAttributeValue(reader: Reader, name: string): string {
  const { text, pos } = reader;
  const { codes } = text;
  const quote = text.at(pos);
  if (quote !== 34 && quote !== 39) return failSyntax(reader, 'XML_EXPECTED', pos, '"');
  const from = pos + 1;
  let plain = true;
  let at = from;
  for (; ; at += 1) {
    const code = codes[at] ?? 0;
    if (code === quote) break;
    if (code > 60 && (code < 0xd800 || (code >= 0xe000 && code < 0xfffe))) continue;
    if (code === 60) return fail(reader, 'XML_ATTRIBUTE_LESS_THAN', at, { name });
    if (code === 38) {
      plain = false;
      reader.pos = at;
      checkReference(reader);
      at = reader.pos - 1;
    } else if (at >= text.length) {
      return fail(reader, 'XML_UNEXPECTED_END', at, { inside: `${name}="` });
    } else if (code < 0x20 || code >= 0xd800) {
      plain = false;
      at = checkCharacter(reader, at);
    }
  }
  const { attributeLength } = reader.shared.limits;
  if (at - from > attributeLength) return failLimit(reader, 'attributeLength', at - from, from);
  reader.pos = at + 1;
  if (plain) return reader.value(from, at);
  return decodeAttribute(text.slice(from, at), reader.source.expansions);
}

function checkReference(reader: Reader): void {
  const offset = reader.pos;
  const referent = readReference(reader, true);
  if (referent.type === 'markup') fail(reader, 'XML_ENTITY_MARKUP', offset, { name: referent.name });
}
