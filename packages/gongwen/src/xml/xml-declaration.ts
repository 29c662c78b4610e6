import { skipSpace } from './characters.ts';
import type { XmlDeclaration } from './document.ts';
import { fail, type Reader } from './reader.ts';

// XML wants a digit behind the version's point; libxml2, which judges the exchange, does not.
const DECLARATION =
  /^<\?xml[\t\n\r ]+version[\t\n\r ]*=[\t\n\r ]*(["'])(1\.[0-9]*)\1(?:[\t\n\r ]+encoding[\t\n\r ]*=[\t\n\r ]*(["'])([A-Za-z][A-Za-z0-9._-]*)\3)?(?:[\t\n\r ]+standalone[\t\n\r ]*=[\t\n\r ]*(["'])(yes|no)\5)?[\t\n\r ]*\?>/;

/** Reads `<?xml …?>` at the very beginning, where it is there. */
export function readXmlDeclaration(reader: Reader): XmlDeclaration | undefined {
  const { text } = reader;
  if (!text.startsWith('<?xml', 0) || skipSpace(text, 5) === 5) return undefined;
  const close = text.indexOf('?>', 5);
  const match = close > 1000 ? null : DECLARATION.exec(text.slice(0, close + 2));
  if (match === null) {
    if (close < 0) return fail(reader, 'XML_UNEXPECTED_END', text.length, { inside: '<?xml' });
    return fail(reader, 'XML_DECLARATION', 0);
  }
  const [whole, , version = '', , encoding, , standalone] = match;
  reader.pos = whole.length;
  return {
    version,
    ...(encoding !== undefined && { encoding }),
    // the pattern lets only these two through
    ...(standalone !== undefined && { standalone: standalone as 'yes' | 'no' }),
  };
}
