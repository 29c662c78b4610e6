import type { Issue } from '@kcc/validators';
import { CodeText } from './code-text.ts';
import { decodeBig5, looksLikeBig5 } from './decode-big5.ts';
import { decodeUtf8 } from './decode-utf8.ts';
import {
  agrees,
  dtdNameIn,
  type EncodingClaim,
  isAscii,
  judgeEncoding,
  judgeFamily,
  labelOf,
  readEncodingClaim,
  type TextEncoding,
} from './encoding-claim.ts';
import { xmlIssue } from './reader.ts';
import { stringOf } from './string-of.ts';

/** Bytes turned into text. */
export interface DecodedText {
  readonly text: string;
  /** The encoding the bytes were really read in. */
  readonly encoding: TextEncoding;
  /** True when the bytes began with a byte order mark; it is not part of `text`. */
  readonly bom: boolean;
  /** Encoding name in the XML declaration, as written. */
  readonly declared?: string | undefined;
  /** False when the bytes are not what the declaration says, so that a strict reader must refuse them. */
  readonly faithful: boolean;
  readonly issues: readonly Issue[];
}

/** The same in code units. */
export interface DecodedCodes extends Omit<DecodedText, 'text'> {
  readonly code: CodeText;
}

export interface DecodeOptions {
  /** Overrides every sign of the encoding. */
  readonly encoding?: TextEncoding | undefined;
}

/**
 * Turns the bytes of a document into text: byte order mark, declared encoding in any case, the family of the DTD's
 * name, and what the bytes really are. Where they disagree the bytes win and an issue says so.
 *
 * @param bytes The whole file.
 * @param options `encoding` overrides every other sign.
 */
export function decodeBytes(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText {
  const { code, ...rest } = decodeToCodes(bytes, options);
  const text = code.toString();
  const dtd = dtdNameIn(text);
  const family = dtd === undefined ? [] : judgeFamily(dtd, rest.encoding);
  return { text, ...rest, issues: rest.issues.concat(family) };
}

/** The same in the form the reader runs over, without a look at the DTD's name. */
export function decodeToCodes(bytes: Uint8Array, options: DecodeOptions = {}): DecodedCodes {
  const sign = findSign(bytes);
  const bom = sign !== undefined && sign.mark > 0;
  const body = bom ? bytes.subarray(sign.mark) : bytes;
  const wide = options.encoding ?? sign?.encoding;
  if (wide === 'utf-16le' || wide === 'utf-16be') return decodeUtf16(body, wide, bom);
  // The first bytes are ASCII wherever it matters.
  const claim = readEncodingClaim(declarationOf(body), bom);
  const utf8 = decodeUtf8(body);
  const encoding = options.encoding ?? chooseEncoding(claim, typeof utf8 !== 'number', body);
  const { code, issues } = decodeAs(body, encoding, utf8);
  const faithful = issues.length === 0 && agrees(claim, encoding, body);
  return {
    code,
    encoding,
    bom,
    declared: claim.declared,
    faithful,
    issues: issues.concat(options.encoding === undefined ? judgeEncoding(claim, encoding) : []),
  };
}

interface Sign {
  readonly encoding: TextEncoding;
  readonly bytes: readonly number[];
  /** Length of the byte order mark among them. */
  readonly mark: number;
}

/** Beginnings that tell the encoding: byte order marks, and `<?` in UTF-16. */
const SIGNS: readonly Sign[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf], mark: 3 },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe], mark: 2 },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff], mark: 2 },
  { encoding: 'utf-16le', bytes: [0x3c, 0, 0x3f, 0], mark: 0 },
  { encoding: 'utf-16be', bytes: [0, 0x3c, 0, 0x3f], mark: 0 },
];

function findSign(bytes: Uint8Array): Sign | undefined {
  if (bytes[0] === 0x3c && bytes[1] !== 0) return undefined;
  return SIGNS.find((sign) => sign.bytes.every((byte, at) => bytes[at] === byte));
}

const LONGEST_DECLARATION = 400;

/** The XML declaration, or as much of the beginning as one could take. */
function declarationOf(bytes: Uint8Array): string {
  const close = bytes.indexOf(0x3e);
  return stringOf(
    bytes,
    0,
    close < 0 || close > LONGEST_DECLARATION ? Math.min(LONGEST_DECLARATION, bytes.length) : close + 1,
  );
}

function chooseEncoding(claim: EncodingClaim, isUtf8: boolean, bytes: Uint8Array): TextEncoding {
  const { named } = claim;
  if (named === 'big5') return isUtf8 && (claim.bom || !isAscii(bytes)) ? 'utf-8' : 'big5';
  if (isUtf8) return named === 'iso-8859-1' ? 'iso-8859-1' : 'utf-8';
  if (claim.bom) return 'utf-8';
  if (named === 'iso-8859-1') return 'iso-8859-1';
  return looksLikeBig5(bytes) ? 'big5' : 'utf-8';
}

function decodeAs(
  bytes: Uint8Array,
  encoding: TextEncoding,
  utf8: CodeText | number,
): { readonly code: CodeText; readonly issues: readonly Issue[] } {
  if (encoding === 'big5') {
    const { code, invalid } = decodeBig5(bytes);
    return { code, issues: invalid.map(({ offset, bytes: pair }) => invalidBytes(pair, offset, 'Big5')) };
  }
  if (encoding === 'iso-8859-1')
    return { code: CodeText.fromString(stringOf(bytes, 0, bytes.length)), issues: [] };
  if (typeof utf8 !== 'number') return { code: utf8, issues: [] };
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const issue = invalidBytes(bytes.subarray(utf8, utf8 + 2), utf8, 'UTF-8');
  return { code: CodeText.fromString(text), issues: [issue] };
}

function invalidBytes(pair: Uint8Array, offset: number, encoding: string): Issue {
  const found = [...pair].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
  return xmlIssue('XML_BYTES_INVALID', 'error', { bytes: found.join(' '), offset: offset + 1, encoding });
}

/** Exchange knows no UTF-16, but XML does. */
function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', bom: boolean): DecodedCodes {
  const codes = new Uint16Array((bytes.length >> 1) + 1);
  const [low, high] = encoding === 'utf-16le' ? [0, 1] : [1, 0];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    codes[at >> 1] = (bytes[at + low] ?? 0) | ((bytes[at + high] ?? 0) << 8);
  }
  const code = new CodeText(codes);
  const { declared } = readEncodingClaim(code.slice(0, LONGEST_DECLARATION), bom);
  const actual = labelOf(encoding);
  const issues: Issue[] = [xmlIssue('XML_ENCODING_UNUSUAL', 'warning', { actual })];
  const agreed = declared === undefined ? bom : /^utf-?16/i.test(declared);
  if (declared !== undefined && !agreed)
    issues.push(xmlIssue('XML_ENCODING_WRONG', 'error', { declared, actual }));
  return { code, encoding, bom, declared, faithful: agreed && bytes.length % 2 === 0, issues };
}
