import type { Issue } from '@kcc/validators';
import { big5Codec } from './encode.ts';
import { xmlIssue } from './reader.ts';

/** Encodings that are read; only UTF-8 and Big5 are written. */
export type TextEncoding = 'utf-8' | 'big5' | 'utf-16le' | 'utf-16be' | 'iso-8859-1';

/** Bytes turned into text. */
export interface DecodedText {
  readonly text: string;
  /** The encoding the bytes were really read in. */
  readonly encoding: TextEncoding;
  /** True when the bytes began with a byte order mark; it is not part of `text`. */
  readonly bom: boolean;
  /** Encoding name in the XML declaration, as written. */
  readonly declared?: string;
  /** False when the bytes are not what the declaration says, so that a strict reader must refuse them. */
  readonly faithful: boolean;
  readonly issues: readonly Issue[];
}

const DECLARED = /^<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([^"']*)["']/;
const DTD_FAMILY = /<!DOCTYPE\s[^>[]{0,200}?["']([^"']*_(big5|utf8)\.dtd)\s*["']/i;

const NAMES: Readonly<Record<string, TextEncoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  big5: 'big5',
  'big-5': 'big5',
  cp950: 'big5',
  ms950: 'big5',
  'utf-16': 'utf-16le',
  'us-ascii': 'iso-8859-1',
  ascii: 'iso-8859-1',
  'iso-8859-1': 'iso-8859-1',
};

/**
 * Turns the bytes of a document into text: byte order mark, declared encoding in any case, the family of the DTD's
 * name, and what the bytes really are. Where they disagree the bytes win and an issue says so.
 *
 * @param bytes The whole file.
 * @param options `encoding` overrides every other sign.
 */
export function decodeBytes(
  bytes: Uint8Array,
  options: { readonly encoding?: TextEncoding | undefined } = {},
): DecodedText {
  const mark = byteOrderMark(bytes);
  const body = mark === undefined ? bytes : bytes.subarray(mark.length);
  const bom = mark !== undefined;
  const wide = options.encoding ?? mark?.encoding ?? unmarkedUtf16(body);
  if (wide === 'utf-16le' || wide === 'utf-16be') return decodeUtf16(body, wide, bom);
  const head = asciiHead(body);
  const declared = DECLARED.exec(head)?.[1];
  const named = declared === undefined ? undefined : NAMES[declared.toLowerCase()];
  const claim = { declared, named, dtd: head, bom };
  const utf8 = decodeUtf8(body);
  const encoding = options.encoding ?? chooseEncoding(claim, utf8 !== undefined, body);
  const decoded = decodeAs(body, encoding, utf8);
  const issues = [...decoded.issues, ...judge(claim, encoding)];
  const faithful = decoded.issues.length === 0 && agrees(claim, encoding, body);
  return {
    text: decoded.text,
    encoding,
    bom,
    ...(declared === undefined ? {} : { declared }),
    faithful,
    issues,
  };
}

interface Claim {
  readonly declared: string | undefined;
  readonly named: TextEncoding | undefined;
  readonly dtd: string;
  readonly bom: boolean;
}

function byteOrderMark(bytes: Uint8Array): { length: number; encoding: TextEncoding } | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { length: 3, encoding: 'utf-8' };
  if (first === 0xff && second === 0xfe) return { length: 2, encoding: 'utf-16le' };
  if (first === 0xfe && second === 0xff) return { length: 2, encoding: 'utf-16be' };
  return undefined;
}

function unmarkedUtf16(bytes: Uint8Array): TextEncoding | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0x3c && second === 0 && third === 0x3f && fourth === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c && third === 0 && fourth === 0x3f) return 'utf-16be';
  return undefined;
}

/** The first bytes with everything beyond ASCII blanked; enough for the declaration and the DTD's name. */
function asciiHead(bytes: Uint8Array): string {
  let head = '';
  const length = Math.min(bytes.length, 512);
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    head += byte < 0x80 ? String.fromCharCode(byte) : '?';
  }
  return head;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function chooseEncoding(claim: Claim, isUtf8: boolean, bytes: Uint8Array): TextEncoding {
  if (claim.named === 'big5') return isUtf8 && (claim.bom || !isAscii(bytes)) ? 'utf-8' : 'big5';
  if (isUtf8) return claim.named === 'iso-8859-1' ? 'iso-8859-1' : 'utf-8';
  if (claim.bom) return 'utf-8';
  if (claim.named === 'iso-8859-1') return 'iso-8859-1';
  return looksLikeBig5(bytes) ? 'big5' : 'utf-8';
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
}

/** True when nearly every byte beyond ASCII is half of a Big5 pair that means something. */
function looksLikeBig5(bytes: Uint8Array): boolean {
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

function decodeAs(bytes: Uint8Array, encoding: TextEncoding, utf8: string | undefined) {
  if (encoding === 'big5') return decodeBig5(bytes);
  if (encoding === 'iso-8859-1') return { text: latin1(bytes), issues: [] };
  if (utf8 !== undefined) return { text: utf8, issues: [] };
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), issues: [invalidUtf8(bytes)] };
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

function decodeBig5(bytes: Uint8Array): { text: string; issues: readonly Issue[] } {
  const codec = big5Codec();
  const units = new Uint16Array(bytes.length);
  const issues: Issue[] = [];
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      units[length++] = lead;
      continue;
    }
    const trail = bytes[at + 1] ?? 0;
    const code = isPair(lead, trail) ? codec.decode(lead, trail) : 0;
    units[length++] = code === 0 ? 0xfffd : code;
    if (code === 0) issues.push(invalidBytes(bytes, at, 'Big5'));
    // A trail byte that is ASCII after a pair without meaning is mark-up more often than not.
    if (code !== 0 || trail >= 0x80) at += 1;
  }
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, length));
  return { text, issues: issues.slice(0, 20) };
}

function invalidBytes(bytes: Uint8Array, at: number, encoding: string): Issue {
  const found = [...bytes.subarray(at, at + 2)].map((byte) =>
    byte.toString(16).toUpperCase().padStart(2, '0'),
  );
  return xmlIssue('XML_BYTES_INVALID', 'error', { bytes: found.join(' '), offset: at + 1, encoding });
}

function invalidUtf8(bytes: Uint8Array): Issue {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    try {
      decoder.decode(bytes.subarray(low, middle), { stream: true });
      decoder.decode();
      low = middle;
    } catch {
      if (high === middle) break;
      high = middle;
    }
    if (high - low <= 1) break;
  }
  return invalidBytes(bytes, low, 'UTF-8');
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', bom: boolean): DecodedText {
  const text = new TextDecoder('utf-16le', { ignoreBOM: true }).decode(
    encoding === 'utf-16le' ? bytes : swap(bytes),
  );
  const declared = DECLARED.exec(text.slice(0, 512))?.[1];
  const issues = [xmlIssue('XML_ENCODING_UNUSUAL', 'warning', { actual: encoding.toUpperCase() })];
  const faithful = declared === undefined ? bom : /^utf-?16/i.test(declared);
  const name = { declared: declared ?? '', actual: encoding.toUpperCase() };
  if (declared !== undefined && !faithful) issues.push(xmlIssue('XML_ENCODING_WRONG', 'error', name));
  return { text, encoding, bom, ...(declared === undefined ? {} : { declared }), faithful, issues };
}

function swap(bytes: Uint8Array): Uint8Array {
  const swapped = bytes.slice(0, bytes.length & ~1);
  for (let at = 0; at + 1 < swapped.length; at += 2) {
    swapped[at] = bytes[at + 1] ?? 0;
    swapped[at + 1] = bytes[at] ?? 0;
  }
  return swapped;
}

/** What the claims about the encoding deserve to be told. */
function judge(claim: Claim, encoding: TextEncoding): readonly Issue[] {
  const { declared, named, dtd } = claim;
  const actual = encoding === 'big5' ? 'Big5' : encoding.toUpperCase();
  const issues: Issue[] = [];
  if (declared !== undefined && named === undefined) {
    issues.push(xmlIssue('XML_ENCODING_UNSUPPORTED', 'error', { declared }));
  } else if (declared !== undefined && named !== encoding) {
    issues.push(xmlIssue('XML_ENCODING_WRONG', 'error', { declared, actual }));
  } else if (declared === undefined && encoding !== 'utf-8') {
    issues.push(xmlIssue('XML_ENCODING_ASSUMED', 'error', { actual }));
  }
  const family = DTD_FAMILY.exec(dtd);
  const familyName = family?.[2]?.toLowerCase() === 'big5' ? 'big5' : 'utf-8';
  if (family?.[1] !== undefined && encoding !== familyName && (encoding === 'big5' || encoding === 'utf-8')) {
    const params = { dtd: family[1], family: familyName === 'big5' ? 'Big5' : 'UTF-8', actual };
    issues.push(xmlIssue('XML_ENCODING_FAMILY', 'warning', params));
  }
  return issues;
}

/** True when a strict reader would take the bytes as they are declared. */
function agrees(claim: Claim, encoding: TextEncoding, bytes: Uint8Array): boolean {
  if (claim.declared === undefined) return encoding === 'utf-8';
  if (claim.named === encoding) return true;
  return claim.named !== undefined && claim.named !== 'utf-16le' && isAscii(bytes);
}
