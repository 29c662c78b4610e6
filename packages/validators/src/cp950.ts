import { cp950Han, cp950Others } from './data/cp950.ts';

const HAN_FIRST = 0x4e00;

const han = /* @__PURE__ */ decodeBits(cp950Han);
const others: ReadonlySet<string> = /* @__PURE__ */ new Set(cp950Others);

function decodeBits(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

/** True when code page 950 (Big5 of Windows, ETEN extension included, private use excluded) can write the character. */
export function isCp950(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  const at = code - HAN_FIRST;
  if (at >= 0 && at >> 3 < han.length) return (((han[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;
  return code < 0x80 || others.has(char);
}
