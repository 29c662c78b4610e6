import { type CheckOptions, type CheckResult, openReport } from './check.ts';
import { tidyText, toHalfWidth } from './half-width.ts';
import { isIsoDate } from './rule-date.ts';

export type DocumentNumberCode = keyof typeof documentNumberMessages;

export const documentNumberMessages = {
  DOCUMENT_NUMBER_FORMAT: '發文字號應如「府研智字第1091148910號」：字、第、8 至 11 位數字、號。',
  DOCUMENT_NUMBER_DIGITS: '文號應為 8 至 11 位數字（年度 3 位＋流水號＋支號），目前為 {length} 位，請核對。',
  DOCUMENT_NUMBER_YEAR: '文號年度 {year} 與發文日期的民國 {issued} 年不同；若為去年底創稿則無誤，請核對。',
} as const;

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

const LOOSE = /^(.{1,12}?)\s*字\s*第\s*([0-9０-９]+)\s*號$/u;
const STRICT = /^(.{1,12}?)字第(\d{8,11})號$/u;
/** The signs 字, 第 or 號 are missing, all else is there. */
const BARE = /^([^\d\s]{1,12}?)字?第?(\d{8,11})號?$/u;

/** Half-width digits and no blanks around them; the 字 itself keeps its characters. */
function tidyNumber(text: string): string {
  const trimmed = text.trim();
  const [, word, digits] = LOOSE.exec(trimmed) ?? [];
  return word && digits ? `${word}字第${toHalfWidth(digits)}號` : tidyText(trimmed);
}

/** Checks a 發文字號 such as `府研智字第1091148910號`. */
export function checkDocumentNumber(
  value: string,
  options: DocumentNumberOptions = {},
): CheckResult<DocumentNumberCode> {
  const report = openReport(documentNumberMessages, options, '文書處理手冊');
  const tidy = report.read(value, tidyNumber);
  if (tidy === undefined) return report.done();
  const parts = parseDocumentNumber(tidy);
  const length = /字第(\d+)號$/.exec(tidy)?.[1]?.length;
  if (!parts && length) report.add('warning', 'DOCUMENT_NUMBER_DIGITS', { length });
  else if (!parts) {
    const [, word, digits] = BARE.exec(tidy) ?? [];
    const looksRight = /\p{Script=Han}\D*\d{4}/u.test(tidy);
    const mended = word && digits ? `${word}字第${digits}號` : undefined;
    report.add(looksRight ? 'warning' : 'error', 'DOCUMENT_NUMBER_FORMAT', undefined, mended);
  }
  const { issueDate } = options;
  if (parts?.year && issueDate && isIsoDate(issueDate)) {
    const issued = Number(issueDate.slice(0, 4)) - 1911;
    if (issued !== parts.year) report.add('warning', 'DOCUMENT_NUMBER_YEAR', { year: parts.year, issued });
  }
  return report.done(tidy);
}

/** True when the text, as it stands, reads 字第…號 with 8 to 11 digits. */
export function isDocumentNumber(value: string): boolean {
  return STRICT.test(value);
}

/** Takes a 發文字號 apart; undefined when it is not 字第 + 8 to 11 digits + 號. */
export function parseDocumentNumber(text: string): DocumentNumberParts | undefined {
  const [, word, number] = STRICT.exec(tidyNumber(text)) ?? [];
  if (!word || !number) return undefined;
  const branch = number.slice(10);
  const yearDigits = yearLength(number);
  return {
    word,
    number,
    ...(yearDigits && { year: Number(number.slice(0, yearDigits)) }),
    serial: number.slice(yearDigits, 10),
    ...(branch && { branch }),
  };
}

/** Three digits for a year up to 199, two for the style before year 100 (`90…`), none for `000…`. */
function yearLength(number: string): 0 | 2 | 3 {
  const three = Number(number.slice(0, 3));
  if (three >= 1 && three <= 199) return 3;
  return three >= 200 ? 2 : 0;
}
