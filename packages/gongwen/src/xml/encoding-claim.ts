import type { Issue } from '@kcc/validators';
import { xmlIssue } from './reader.ts';

/** Encodings that are read; only UTF-8 and Big5 are written. */
export type TextEncoding = 'utf-8' | 'big5' | 'utf-16le' | 'utf-16be' | 'iso-8859-1';

/** What a file says about its own encoding. */
export interface EncodingClaim {
  /** Encoding name in the XML declaration, as written. */
  readonly declared: string | undefined;
  /** The encoding of that name; undefined when it is missing or not known. */
  readonly named: TextEncoding | undefined;
  readonly bom: boolean;
}

const DECLARED = /^<\?xml\s[^>]{0,200}?\bencoding\s*=\s*["']([^"']*)["']/;
const DTD_NAME = /<!DOCTYPE\s[^>[]{0,200}?["']([^"']*_(?:big5|utf8)\.dtd)\s*["']/i;

/** Encodings by name in lower case without hyphens, which iconv passes over. */
const NAMES: Readonly<Record<string, TextEncoding>> = {
  utf8: 'utf-8',
  big5: 'big5',
  cp950: 'big5',
  ms950: 'big5',
  utf16: 'utf-16le',
  usascii: 'iso-8859-1',
  ascii: 'iso-8859-1',
  iso88591: 'iso-8859-1',
};

/** The DTD's name in the first characters of a document, where it belongs to a family. */
export function dtdNameIn(text: string): string | undefined {
  return DTD_NAME.exec(text.slice(0, 1000))?.[1];
}

/** Reads the claim from the first characters of a file. */
export function readEncodingClaim(head: string, bom: boolean): EncodingClaim {
  const declared = DECLARED.exec(head)?.[1];
  const named = declared === undefined ? undefined : NAMES[declared.toLowerCase().replaceAll('-', '')];
  return { declared, named, bom };
}

/** The encoding's usual name. */
export function labelOf(encoding: TextEncoding): string {
  return encoding === 'big5' ? 'Big5' : encoding.toUpperCase();
}

/** What a claim deserves to be told, given what the bytes are. */
export function judgeEncoding(claim: EncodingClaim, encoding: TextEncoding): readonly Issue[] {
  const { declared, named } = claim;
  const actual = labelOf(encoding);
  const issues: Issue[] = [];
  if (declared !== undefined && named === undefined) {
    issues.push(xmlIssue('XML_ENCODING_UNSUPPORTED', 'error', { declared }));
  } else if (declared !== undefined && named !== encoding) {
    issues.push(xmlIssue('XML_ENCODING_WRONG', 'error', { declared, actual }));
  } else if (declared === undefined && encoding !== 'utf-8') {
    issues.push(xmlIssue('XML_ENCODING_ASSUMED', 'error', { actual }));
  }
  return issues;
}

const FAMILY = /_(big5|utf8)\.dtd\s*$/i;

/** Says so where the DTD's name belongs to the other family than the bytes. */
export function judgeFamily(dtd: string, encoding: TextEncoding): readonly Issue[] {
  if (encoding !== 'big5' && encoding !== 'utf-8') return [];
  const family = FAMILY.exec(dtd)?.[1]?.toLowerCase();
  const belongs = family === 'big5' ? 'big5' : 'utf-8';
  if (family === undefined || belongs === encoding) return [];
  const params = { dtd, family: labelOf(belongs), actual: labelOf(encoding) };
  return [xmlIssue('XML_ENCODING_FAMILY', 'warning', params)];
}

/** True when a strict reader would take the bytes as they are declared. */
export function agrees(claim: EncodingClaim, encoding: TextEncoding, bytes: Uint8Array): boolean {
  const { declared, named } = claim;
  if (declared === undefined) return encoding === 'utf-8';
  if (named === encoding) return true;
  return named !== undefined && named !== 'utf-16le' && isAscii(bytes);
}

export function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) >= 0x80) return false;
  return true;
}
