import { big5Codec } from './big5-codec.ts';
import { CodeText } from './code-text.ts';

/** Bytes that mean nothing in Big5. */
export interface InvalidPair {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** Most invalid pairs that are listed. */
const MOST = 20;

/** Decodes Big5; what means nothing becomes U+FFFD and is listed. */
export function decodeBig5(bytes: Uint8Array): {
  readonly code: CodeText;
  readonly invalid: readonly InvalidPair[];
} {
  const codec = big5Codec();
  const codes = new Uint16Array(bytes.length + 1);
  const invalid: InvalidPair[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      codes[length++] = lead;
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    const code = isPair(lead, trail) ? codec.decode(lead, trail) : 0;
    codes[length++] = code === 0 ? 0xfffd : code;
    if (code === 0 && invalid.length < MOST) invalid.push({ offset: at, bytes: bytes.slice(at, at + 2) });
    // A trail byte that is ASCII after a pair without meaning is mark-up more often than not.
    if (code !== 0 || trail >= 0x80) at += 1;
  }
  return { code: new CodeText(codes.slice(0, length + 1)), invalid };
}

/** True when nearly every byte beyond ASCII is half of a Big5 pair that means something. */
export function looksLikeBig5(bytes: Uint8Array): boolean {
  const codec = big5Codec();
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    if (isPair(lead, trail) && codec.decode(lead, trail) !== 0) {
      good += 1;
      at += 1;
    } else bad += 1;
  }
  return good > bad * 20;
}

function isPair(lead: number, trail: number): boolean {
  return lead >= 0x81 && lead <= 0xfe && trail >= 0x40 && trail <= 0xfe && (trail <= 0x7e || trail >= 0xa1);
}
