export { type ImportedLetter, importLetter } from './import-letter.ts';
