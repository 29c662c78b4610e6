import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XmlParseError,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import type { DtdFile } from '../../src/grammar/dtd-text.ts';

/** Gives libxml2 (WebAssembly) the DTDs it may load; it sees no file system. */
export function provideDtds(files: readonly DtdFile[]): void {
  const buffers: Record<string, Uint8Array> = {};
  for (const { name, text } of files) buffers[`dtd/${name}`] = new TextEncoder().encode(text);
  if (!xmlRegisterInputProvider(new XmlBufferInputProvider(buffers))) throw new Error('no input provider');
}

/** What libxml2 says of a document: 0 valid, 1 not well formed, 3 invalid; the numbers of xmllint. */
export function libxml2Verdict(bytes: Uint8Array): number {
  if (!parses(bytes, ParseOption.XML_PARSE_NO_XXE)) return 1;
  return parses(bytes, ParseOption.XML_PARSE_DTDLOAD | ParseOption.XML_PARSE_DTDVALID) ? 0 : 3;
}

function parses(bytes: Uint8Array, option: number): boolean {
  try {
    XmlDocument.fromBuffer(bytes, { url: 'dtd/document.xml', option }).dispose();
    return true;
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    // Level 3 is fatal. Below it, only validity is at stake.
    const fatal = error.details.some(({ level }) => level === 3);
    return option === ParseOption.XML_PARSE_NO_XXE ? !fatal : false;
  }
}
