import { readDocument } from '../src/grammar/read-document.ts';
import { loadDocuments, report } from './read-check-letters.ts';

const [, , folder = '', name = ''] = process.argv;
const documents = loadDocuments(folder, name);

/** Reads and checks every document once. */
function round(): { readonly valid: number; readonly seconds: number } {
  const started = performance.now();
  let valid = 0;
  for (const bytes of documents) if (readDocument(bytes).valid) valid += 1;
  return { valid, seconds: (performance.now() - started) / 1000 };
}

const first = round();
report(documents.length === 1 ? first : { ...first, again: round().seconds });
