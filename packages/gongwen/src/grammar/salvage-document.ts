import { decodeToCodes } from '../xml/decode.ts';
import { withDefaults } from '../xml/limits.ts';
import { salvageText } from '../xml/salvage/salvage-text.ts';
import { type DocumentReading, judgeDocument, type ReadOptions, readDocument } from './read-document.ts';

/**
 * Reads a document that is not well formed as far as it can be mended: raw `&`, placeholders left in the DOCTYPE,
 * forbidden characters, a cut-off end, tags that do not come in pairs. Every repair is a warning; `wellFormed` and
 * `valid` still speak of the bytes as they stand.
 *
 * @returns The strict reading where that succeeds or where nothing helps, else the mended one. Positions of a mended
 *   one are those of the mended text.
 */
export async function salvageDocument(
  bytes: Uint8Array,
  options: ReadOptions = {},
): Promise<DocumentReading> {
  const strict = readDocument(bytes, options);
  const limits = withDefaults(options.limits);
  if (strict.tree !== undefined || bytes.length === 0 || bytes.length > limits.bytes) return strict;
  const { code, encoding, issues } = decodeToCodes(bytes, options);
  const salvaged = await salvageText(code.toString(), limits);
  if (salvaged?.parsed.document === undefined) return strict;
  const known = [...issues, ...salvaged.parsed.issues, ...salvaged.repairs];
  return judgeDocument(salvaged.parsed.document, {
    encoding,
    wellFormed: false,
    issues: known,
    options,
    limits,
  });
}
