const HAN_FIRST = 0x4e00;
const HAN_LAST = 0x9fa5;

/**
 * Every character of code page 950 beyond ASCII, from the runtime's own decoder; the private use zones are left out.
 *
 * Node's `TextDecoder('big5')` is windows-950 (with full ICU), including the ETEN extension F9D6–F9FE. A browser's is
 * another table: run this in Node.
 */
export function cp950Characters(): Set<string> {
  const decoder = new TextDecoder('big5');
  const found = new Set<string>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if ([...text].length === 1 && !/[\p{Co}\ufffd]/u.test(text)) found.add(text);
    }
  }
  return found;
}

/** The source text of `src/data/cp950.ts`: a bit map of U+4E00–9FA5 and a list of the rest. */
export function renderCp950Table(verifiedOn: string): string {
  const found = cp950Characters();
  const bytes = new Uint8Array(Math.ceil((HAN_LAST - HAN_FIRST + 1) / 8));
  let others = '';
  for (const char of [...found].sort()) {
    const at = (char.codePointAt(0) ?? 0) - HAN_FIRST;
    if (at >= 0 && at <= HAN_LAST - HAN_FIRST) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7));
    else others += char;
  }
  const base64 = btoa(String.fromCharCode(...bytes));
  return `/**
 * Code page 950 (Big5 of Windows with the ETEN extension, without private use): which characters it can write.
 *
 * Source: windows-950 as decoded by Node's ICU; ${found.size} characters; verified on ${verifiedOn}. Written by
 * scripts/build-data.ts.
 */

/** Bit n of byte m says whether U+4E00 + 8m + n is in; base64. */
export const cp950Han =
  '${base64}';

/** All others beyond ASCII. */
export const cp950Others =
  ${JSON.stringify(others).replace(/^"|"$/g, "'")};
`;
}
