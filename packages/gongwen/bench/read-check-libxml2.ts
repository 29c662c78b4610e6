import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { costOf, loadDocuments, report } from './read-check-letters.ts';

// The peer is a package of its own; its types are those of the same version that judges our tests.
const { resolve } = createRequire(new URL('./peers/libxml2-wasm/package.json', import.meta.url));
const { DtdValidator, XmlDocument, XmlDtd, XmlValidateError } = (await import(
  pathToFileURL(resolve('libxml2-wasm')).href
)) as typeof import('libxml2-wasm');

const [, , folder = '', name = ''] = process.argv;
const documents = loadDocuments(folder, name);
const validator = new DtdValidator(XmlDtd.fromString(readFileSync(join(folder, 'letter.dtd'), 'utf8')));
let valid = 0;

function round(): void {
  for (const bytes of documents) {
    const document = XmlDocument.fromBuffer(bytes);
    try {
      validator.validate(document);
      valid += 1;
    } catch (error) {
      if (!(error instanceof XmlValidateError)) throw error;
    }
    document.dispose();
  }
}

const cold = costOf(round);
report({ valid, cold });
