import { pathIssues } from '../certificate/path-issues.ts';
import { cmsIssues } from '../cms/cms-issues.ts';
import { type CardErrorCode, cardErrors } from '../errors/card-errors.ts';

/** English messages of the coded errors, by code. */
const errors = Object.fromEntries(
  Object.entries(cardErrors).map(([code, entry]) => [code, entry.en]),
  // Object.fromEntries forgets the keys it was given.
) as Record<CardErrorCode, string>;

/** English messages by issue or error code; give it to `translateIssue` of `@kcc/validators`. */
export const en = { ...errors, ...english(pathIssues), ...english(cmsIssues) };

/** The English text of each entry of an issue table. */
function english<Code extends string>(
  table: Readonly<Record<Code, { readonly en: string }>>,
): Record<Code, string> {
  const entries = Object.entries<{ readonly en: string }>(table).map(([code, { en }]) => [code, en]);
  // Object.fromEntries forgets the keys it was given.
  return Object.fromEntries(entries) as Record<Code, string>;
}
