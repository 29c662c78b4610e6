import type { Issue } from '@kcc/validators';
import { skipSpace } from './characters.ts';
import { CodeText } from './code-text.ts';
import { readElement } from './content.ts';
import type { Prolog, XmlDocument } from './document.ts';
import { withDefaults, type XmlLimits } from './limits.ts';
import { readOther } from './other-markup.ts';
import { excerpt, readProlog } from './prolog.ts';
import type { ReadElement } from './read-nodes.ts';
import { createShared, fail, Malformed, Reader } from './reader.ts';
import type { XmlOther } from './tree.ts';

/** What a text was found to be. `document` is absent when no tree could be had. */
export interface ParsedXml {
  readonly document?: ReadDocument;
  readonly wellFormed: boolean;
  readonly issues: readonly Issue[];
}

/** A document that was read; {@link serializeXml} gives its text back unchanged. */
export class ReadDocument implements XmlDocument {
  readonly prolog: Prolog;
  readonly root: ReadElement;
  readonly epilog: readonly XmlOther[];

  constructor(prolog: Prolog, root: ReadElement, epilog: readonly XmlOther[]) {
    this.prolog = prolog;
    this.root = root;
    this.epilog = epilog;
  }
}

/**
 * Reads XML 1.0 strictly. Nothing outside the text is ever opened: the external DTD, external entities and parameter
 * entities stay names.
 *
 * @param text The document without a byte order mark.
 * @param limits What is refused; see {@link XmlLimits}.
 * @returns The document with positions, or the place where it stops being well formed.
 */
export function parseXml(text: string, limits?: Partial<XmlLimits>): ParsedXml {
  return parseCodes(CodeText.fromString(text), limits);
}

/** The same for text that is already in code units. */
export function parseCodes(text: CodeText, limits?: Partial<XmlLimits>): ParsedXml {
  const shared = createShared(withDefaults(limits));
  const { issues } = shared;
  const reader = new Reader(text, shared);
  try {
    const document = readDocument(reader);
    return { document, wellFormed: !shared.strictlyMalformed, issues };
  } catch (thrown) {
    if (!(thrown instanceof Malformed)) throw thrown;
    issues.push(thrown.issue);
    return { wellFormed: false, issues };
  }
}

function readDocument(reader: Reader): ReadDocument {
  const prolog = readProlog(reader);
  const root = readElement(reader);
  return new ReadDocument(prolog, root, readAfterRoot(reader));
}

function readAfterRoot(reader: Reader): readonly XmlOther[] {
  const { text } = reader;
  const epilog: XmlOther[] = [];
  for (;;) {
    reader.pos = skipSpace(text, reader.pos);
    const { pos } = reader;
    if (pos >= text.length) return epilog;
    const node = readOther(reader);
    if (node === undefined) return fail(reader, 'XML_AFTER_ROOT', pos, { found: excerpt(text, pos) });
    epilog.push(node);
  }
}
