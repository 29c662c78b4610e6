import type { CodeText } from './code-text.ts';

/** XML 1.0 (fifth edition) character classes. */

const NAME_START = 1;
const NAME = 2;

/** Classes of the ASCII characters. */
const ascii = /* @__PURE__ */ (() => {
  const table = new Uint8Array(128);
  for (let code = 0; code < 128; code += 1) {
    const char = String.fromCharCode(code);
    if (/[A-Za-z_:]/.test(char)) table[code] = NAME_START | NAME;
    else if (/[-.0-9]/.test(char)) table[code] = NAME;
  }
  return table;
})();

type Ranges = readonly (readonly [from: number, to: number])[];

/** Characters beyond ASCII that may begin a name (production 4). */
const nameStartRanges: Ranges = [
  [0x4e00, 0x9fff],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
  [0x10000, 0xeffff],
];

/** Characters that may only continue a name (production 4a). */
const nameOnlyRanges: Ranges = [
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
];

const within = (code: number, ranges: Ranges): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to);

/** True when the code point may begin a name. */
export function isNameStart(code: number): boolean {
  if (code < 128) return ((ascii[code] ?? 0) & NAME_START) !== 0;
  return within(code, nameStartRanges);
}

/** True when the code point may stand inside a name. */
export function isNameChar(code: number): boolean {
  if (code < 128) return (ascii[code] ?? 0) !== 0;
  return within(code, nameStartRanges) || within(code, nameOnlyRanges);
}

/** True for the four white space characters of XML; the full-width space (U+3000) is content. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** True when the code point may stand in a document at all (production 2). */
export function isXmlChar(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d;
  return code < 0xd800 || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** Offset of the first character that XML does not allow between two offsets, -1 when there is none. */
export function findForbidden(text: CodeText, from: number, to: number): number {
  for (let at = from; at < to; at += 1) {
    const code = text.at(at);
    if (code >= 0x20 && code < 0xd800) continue;
    const point = text.pointAt(at);
    if (!isXmlChar(point)) return at;
    if (point > 0xffff) at += 1;
  }
  return -1;
}

/** Offset after the name that begins at `from`; `from` itself when no name begins there. */
export function endOfName(text: CodeText, from: number): number {
  const { codes } = text;
  let at = from;
  let code = codes[at] ?? 0;
  if (code < 0x4e00 || code > 0x9fff) {
    if (code >= 0xd800) code = text.pointAt(at);
    if (!isNameStart(code)) return from;
  }
  for (;;) {
    at += code > 0xffff ? 2 : 1;
    code = codes[at] ?? 0;
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    if (code >= 0xd800) code = text.pointAt(at);
    if (!isNameChar(code)) return at;
  }
}

/** Offset of the first character that is not white space. */
export function skipSpace(text: CodeText, from: number): number {
  let at = from;
  while (isSpace(text.at(at))) at += 1;
  return at;
}

const NAME_PATTERN = /* @__PURE__ */ (() => {
  const list = (ranges: Ranges) =>
    ranges.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join('');
  const start = `A-Za-z_:${list(nameStartRanges)}`;
  const rest = `${start}\\-.0-9${list(nameOnlyRanges)}`;
  return { name: new RegExp(`^[${start}][${rest}]*$`, 'u'), token: new RegExp(`^[${rest}]+$`, 'u') };
})();

/** True when the whole text is one name. */
export function isName(text: string): boolean {
  return NAME_PATTERN.name.test(text);
}

/** True when the whole text is one name token, which may also begin with a digit, hyphen or point. */
export function isNameToken(text: string): boolean {
  return NAME_PATTERN.token.test(text);
}
