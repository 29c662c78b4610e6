import { readDocument } from '../src/grammar/read-document.ts';
import { costOf, loadDocuments, report } from './read-check-letters.ts';

const [, , folder = '', name = ''] = process.argv;
const documents = loadDocuments(folder, name);
let valid = 0;

function round(): void {
  valid = 0;
  for (const bytes of documents) if (readDocument(bytes).valid) valid += 1;
}

const cold = costOf(round);
report(documents.length === 1 ? { valid, cold } : { valid, cold, warm: costOf(round) });
