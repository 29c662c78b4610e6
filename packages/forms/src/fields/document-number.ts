import type { DocumentNumber } from '@kcc/gongwen';
import { checkDocumentNumber, parseDocumentNumber } from '@kcc/validators';
import { textCheck } from '../define/value-check.ts';

/** 發文字號. */
export const documentNumberCheck = textCheck(
  'document-number',
  '發文字號如「府研智字第1091148910號」',
  checkDocumentNumber,
);

/** A 發文字號 for the letter model; kept as text where it cannot be taken apart. */
export function toDocumentNumber(text: string): DocumentNumber {
  const parts = parseDocumentNumber(text);
  if (parts === undefined) return { text };
  const { word, year, serial, branch } = parts;
  return {
    prefix: word,
    ...(year !== undefined && { year: String(year).padStart(3, '0') }),
    serial,
    ...(branch !== undefined && { branch }),
  };
}
