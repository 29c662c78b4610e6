import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DtdValidator, XmlDocument, XmlDtd, XmlValidateError } from 'libxml2-wasm';
import { costOf, loadDocuments, report } from './read-check-letters.ts';

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
