import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/grammar/read-document.ts';
import { encodeText } from '../../src/xml/encode.ts';
import { serializeXml } from '../../src/xml/serialize.ts';
import { hasSpec, SPEC } from '../support/official-sets.ts';

const folder = join(SPEC, 'di-samples');
const samples = hasSpec ? readdirSync(folder).filter((name) => /^\d\d_/.test(name)) : [];

/** The xmllint column of INDEX.md for the current set: wellFormed and valid. */
function expectation(name: string): { readonly wellFormed: boolean; readonly valid: boolean } {
  const index = readFileSync(join(folder, 'INDEX.md'), 'utf8');
  const row = index.split('\n').find((line) => line.includes(`| ${name} |`)) ?? '';
  const column = row.split('|').map((cell) => cell.trim())[5] ?? '';
  const wellFormed = !column.startsWith('**NOT WF**');
  // "with the file under that name: 104c VALID" counts: we compare DTD names without letter case.
  return { wellFormed, valid: wellFormed && /(?:104c|104c \(b5\)|93|97s|99 \(b5\)|91s) VALID/.test(column) };
}

describe.skipIf(!hasSpec)('the sample files', () => {
  for (const name of samples) {
    it(`${name}: wellFormed and valid are xmllint's`, () => {
      const { wellFormed, valid } = readDocument(readFileSync(join(folder, name)));
      expect({ wellFormed, valid }).toEqual(expectation(name));
    });
  }

  it('are rewritten byte for byte', () => {
    for (const name of samples) {
      const bytes = new Uint8Array(readFileSync(join(folder, name)));
      const { document, encoding } = readDocument(bytes);
      if (document === undefined || (encoding !== 'utf-8' && encoding !== 'big5')) continue;
      const written = encodeText(serializeXml(document), encoding);
      const bom = bytes[0] === 0xef ? 3 : 0;
      expect('bytes' in written && Buffer.from(written.bytes).equals(bytes.subarray(bom)), name).toBe(true);
    }
  });
});

if (!hasSpec) it.skip('the sample files: ../shared is not here', () => undefined);
