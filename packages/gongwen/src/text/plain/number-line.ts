import type { Located } from '../located.ts';
import { entriesOf, type Line, recordOf, textAt } from './part.ts';

const NUMBER = /^(?:(.+?)字)?第?(\d{3})(\d+)(?:之(\d+))?號?$/;

/** 府範字第1150001234號, or the text of a number that is known only so. */
export function formatNumber(value: Located): string {
  const number = entriesOf(value);
  const text = textAt(number, 'text');
  if (text !== undefined) return text;
  const prefix = textAt(number, 'prefix');
  const branch = textAt(number, 'branch');
  const serial = `${textAt(number, 'year') ?? ''}${textAt(number, 'serial') ?? ''}`;
  const tail = branch === undefined ? '' : `之${branch}`;
  return prefix === undefined ? `${serial}${tail}` : `${prefix}字第${serial}${tail}號`;
}

/** Reads {@link formatNumber}'s line; what is no such number is kept as text. */
export function readNumber({ text, place }: Line): Located {
  const [, prefix, year, serial, branch] = NUMBER.exec(text.replace(/[\s　]/g, '')) ?? [];
  if (year === undefined) return recordOf({ text }, place);
  if (Number(year) === 0) return recordOf({ prefix, serial: `${year}${serial}`, branch }, place);
  return recordOf({ prefix, year, serial, branch }, place);
}
