import { cp950Han, cp950Others } from './data/cp950.ts';
import { once } from './once.ts';

const HAN_FIRST = 0x4e00;

const han = /* @__PURE__ */ once(() => decodeBits(cp950Han));
const others = /* @__PURE__ */ once((): ReadonlySet<string> => new Set(cp950Others));

function decodeBits(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

/** True when code page 950 (Big5 of Windows, ETEN extension included, private use excluded) can write the character. */
export function isCp950(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  const at = code - HAN_FIRST;
  const byte = han()[at >> 3];
  return byte === undefined ? code < 0x80 || others().has(char) : ((byte >> (at & 7)) & 1) === 1;
}
