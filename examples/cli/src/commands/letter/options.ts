import { CliError } from '../../frame/failure.ts';

const GENERATIONS = ['91', '93', '97', '99', '104'] as const;
const ENCODINGS = ['utf-8', 'big5'] as const;

type Option = string | boolean | readonly string[] | undefined;

function chosen<T extends string>(name: string, value: Option, allowed: readonly T[], fallback: T): T {
  if (value === undefined) return fallback;
  const found = allowed.find((candidate) => candidate === String(value).toLowerCase());
  if (found !== undefined) return found;
  throw new CliError(
    'OPTION_VALUE',
    'usage',
    `--${name} 應為 ${allowed.join('、')}，不是「${String(value)}」`,
    {
      option: name,
      allowed,
    },
  );
}

/** `--generation` or `--to-generation`; 104 by default. */
export const generationOption = (name: string, value: Option) => chosen(name, value, GENERATIONS, '104');

/** `--encoding`; UTF-8 by default. */
export const encodingOption = (value: Option) =>
  chosen('encoding', value === 'utf8' ? 'utf-8' : value, ENCODINGS, 'utf-8');
