import type { Issue } from '@kcc/validators';
import { formIssue } from '../define/issue.ts';
import { valueAt } from '../define/paths.ts';
import type { Paper } from './where-used.ts';

/** Where each form of the XCA application names its 案件流水號. */
const CASE_PATHS: Readonly<Record<string, readonly string[]>> = {
  'xca-application-primary': ['/application/caseNumber'],
  'xca-application-secondary': ['/application/caseNumber'],
  'xca-payment': ['/cases/caseNumbers'],
  'xca-cover-letter': ['/cards/primary', '/cards/secondary'],
};
const APPLICATIONS = ['xca-application-primary', 'xca-application-secondary'];

/**
 * Checks several papers of one application against each other: one 申請書, one payment and one entry in the letter a
 * card, each under the same 案件流水號; at most one 正卡.
 *
 * @param papers the papers as they stand; kinds that are absent are not compared
 * @returns issues whose path begins with the form's id
 */
export function checkPapers(papers: readonly Paper[]): Issue[] {
  const numbers = (ids: readonly string[]) =>
    papers.filter(({ form }) => ids.includes(form.id)).flatMap(caseNumbers);
  const applied = numbers(APPLICATIONS);
  return [
    ...manyPrimaries(papers),
    ...comparison(applied, numbers(['xca-cover-letter']), 'xca-cover-letter', '/cards/primary'),
    ...comparison(applied, numbers(['xca-payment']), 'xca-payment', '/cases/caseNumbers'),
  ];
}

function caseNumbers({ form, data }: Paper): string[] {
  return (CASE_PATHS[form.id] ?? []).flatMap((path) => {
    const value = valueAt(data, path);
    return (Array.isArray(value) ? value : [value]).filter((entry) => typeof entry === 'string');
  });
}

function manyPrimaries(papers: readonly Paper[]): Issue[] {
  const count = papers.filter(({ form }) => form.id === 'xca-application-primary').length;
  return count > 1
    ? [formIssue('PRIMARY_TWICE', '/xca-application-primary', { params: { count }, source: 'R9' })]
    : [];
}

function comparison(
  applied: readonly string[],
  named: readonly string[],
  form: string,
  path: string,
): Issue[] {
  if (applied.length === 0 || named.length === 0) return [];
  const place = `/${form}${path}`;
  const source = 'H14、H15、G7、R6';
  const absent = applied.filter((number) => !named.includes(number));
  const extra = named.filter((number) => !applied.includes(number));
  return [
    ...absent.map((number) => formIssue('CASE_NOT_LISTED', place, { params: { number }, source })),
    ...extra.map((number) => formIssue('CASE_WITHOUT_APPLICATION', place, { params: { number }, source })),
  ];
}
