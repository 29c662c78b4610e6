import { type CheckOptions, type CheckResult, type CodeOf, type Rule, runCheck } from './check.ts';
import { halfWidthAlphanumerics } from './half-width.ts';

/** A 發文字號 (document number) taken apart. */
export interface DocumentNumberParts {
  /** 字, such as `府研智`. */
  readonly word: string;
  /** 文號: all digits. */
  readonly number: string;
  /** 年度: ROC year of the first three (old style: two) digits; absent where they cannot be one. */
  readonly year?: number;
  /** 流水號: the digits after the year, without the branch number. */
  readonly serial: string;
  /** 支號: the eleventh digit. */
  readonly branch?: string;
}

export interface DocumentNumberOptions extends CheckOptions {
  /** 發文日期 as ISO date, compared with the year in the number. */
  readonly issueDate?: string;
}

const NUMBER = /^(.{1,12}?)字第(\d{8,11})號$/u;
/** Blanks around 字, 第 and the digits, as papers print them. */
const LOOSE = /^(.{1,12}?)\s*字\s*第\s*(\d+)\s*號$/u;
/** 字, 第 or 號 missing while all else is there. */
const BARE = /^([^\d\s字第]{1,12})字?第?(\d{8,11})號?$/u;

export const documentNumberRules = [
  [
    'DOCUMENT_NUMBER_DIGITS',
    '文號應為 8 至 11 位數字，目前為 {length} 位。',
    (text) => {
      const { length } = digitsOf(text);
      return length && (length < 8 || length > 11) && { length };
    },
    'warning',
  ],
  [
    'DOCUMENT_NUMBER_SIGNS',
    '發文字號應如「府研智字第1091148910號」。',
    (text) => !digitsOf(text) && BARE.test(text) && { fix: text.replace(BARE, '$1字第$2號') },
    'warning',
  ],
  [
    'DOCUMENT_NUMBER_FORMAT',
    '發文字號應如「府研智字第1091148910號」。',
    (text) => !digitsOf(text) && !BARE.test(text),
  ],
  [
    'DOCUMENT_NUMBER_YEAR',
    '文號為 {year} 年度，發文日期為民國 {issued} 年，請核對。',
    (text, { issueDate = '' }) => {
      const year = +yearDigits(digitsOf(text));
      const issued = +issueDate.slice(0, 4) - 1911;
      return year && issueDate && year !== issued && { year, issued };
    },
    'warning',
  ],
] as const satisfies readonly Rule<string, DocumentNumberOptions>[];

export type DocumentNumberCode = CodeOf<typeof documentNumberRules>;

const tidyNumber = (text: string): string => halfWidthAlphanumerics(text).replace(LOOSE, '$1字第$2號');

const digitsOf = (text: string): string => /^.{1,12}?字第(\d+)號$/u.exec(text)?.[1] ?? '';

/** Checks a 發文字號 such as `府研智字第1091148910號`. */
export function checkDocumentNumber(
  value: string,
  options: DocumentNumberOptions = {},
): CheckResult<DocumentNumberCode> {
  return runCheck(documentNumberRules, value, options, tidyNumber);
}

/** True when the text, as it stands, reads 字第…號 with 8 to 11 digits. */
export function isDocumentNumber(value: string): boolean {
  return NUMBER.test(value);
}

/** Takes a 發文字號 apart; undefined when it is not 字第 + 8 to 11 digits + 號. */
export function parseDocumentNumber(text: string): DocumentNumberParts | undefined {
  const [, word, number] = NUMBER.exec(tidyNumber(text)) ?? [];
  if (!word || !number) return undefined;
  const branch = number.slice(10);
  const digits = yearDigits(number);
  return {
    word,
    number,
    ...(+digits && { year: +digits }),
    serial: number.slice(digits.length, 10),
    ...(branch && { branch }),
  };
}

/** Three digits; two in the style before year 100 (`90…`); none for `000…`, which has no year. */
function yearDigits(number: string): string {
  return /^(?!000)(?:[01]\d\d|\d\d)/.exec(number)?.[0] ?? '';
}
