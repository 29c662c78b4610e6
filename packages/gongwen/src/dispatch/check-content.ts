import { parseRocDate } from '@kcc/validators';
import type { LetterBase } from '../model/base.ts';
import type { DocumentType } from '../model/document-type.ts';
import type { Writing } from '../model/writing/writing.ts';
import { isPlainFileName } from './attachments-of.ts';
import { recipientsIn } from './roster-of-letter.ts';

const DATE_FIELDS = ['issueDate', 'signedDate', 'date', 'receivedDate'];

/** Refuses what no reader could use: no issuer, no recipient, a date that does not exist, a base name with a path. */
export function checkContent(
  letter: LetterBase & { readonly kind: string },
  type: DocumentType,
  baseName: string,
  writing: Writing,
): void {
  if (!isPlainFileName(baseName)) writing.report('WRITE_FILE_NAME', '', { name: baseName });
  if (letter.issuers.length === 0) writing.report('WRITE_ISSUER_MISSING', '/issuers');
  for (const { field, element, required } of type.recipientFields) {
    if (required && recipientsIn(letter, field).length === 0) {
      writing.report('WRITE_RECIPIENT_MISSING', `/${field}`, { element });
    }
  }
  const subject: unknown = Reflect.get(letter, 'subject');
  if (subject === '') writing.report('WRITE_SUBJECT_MISSING', '/subject', { element: '主旨' });
  if (type.numbered) {
    if (letter.documentNumbers.length === 0) writing.report('WRITE_NUMBER_MISSING', '/documentNumbers');
    if (letter.issueDate === undefined && letter.issueDateText === undefined) {
      writing.report('WRITE_DATE_MISSING', '/issueDate');
    }
  }
  checkDates(letter, '', writing);
}

function checkDates(value: unknown, path: string, writing: Writing): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (DATE_FIELDS.includes(key) && typeof item === 'string' && !isDay(item)) {
      writing.report('WRITE_DATE_INVALID', `${path}/${key}`, { value: item });
    } else checkDates(item, `${path}/${key}`, writing);
  }
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && parseRocDate(text) !== undefined;
