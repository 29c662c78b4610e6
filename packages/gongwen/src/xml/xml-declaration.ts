import { skipSpace } from './characters.ts';
import type { XmlDeclaration } from './document.ts';
import { fail, type Reader } from './reader.ts';

const DECLARATION =
  /^<\?xml[\t\n\r ]+version[\t\n\r ]*=[\t\n\r ]*(?:"([^"]*)"|'([^']*)')(?:[\t\n\r ]+encoding[\t\n\r ]*=[\t\n\r ]*(?:"([^"]*)"|'([^']*)'))?(?:[\t\n\r ]+standalone[\t\n\r ]*=[\t\n\r ]*(?:"([^"]*)"|'([^']*)'))?[\t\n\r ]*\?>/;

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
  const version = match[1] ?? match[2] ?? '';
  const encoding = match[3] ?? match[4];
  const standalone = match[5] ?? match[6];
  // XML wants a digit behind the point; libxml2, which judges the exchange, does not.
  if (!/^1\.[0-9]*$/.test(version)) return fail(reader, 'XML_DECLARATION', 0);
  if (encoding !== undefined && !/^[A-Za-z][A-Za-z0-9._-]*$/.test(encoding)) {
    return fail(reader, 'XML_DECLARATION', 0);
  }
  if (standalone !== undefined && standalone !== 'yes' && standalone !== 'no') {
    return fail(reader, 'XML_DECLARATION', 0);
  }
  reader.pos = match[0].length;
  if (encoding === undefined) return standalone === undefined ? { version } : { version, standalone };
  return standalone === undefined ? { version, encoding } : { version, encoding, standalone };
}
