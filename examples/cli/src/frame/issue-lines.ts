import { type Issue, translateIssue } from '@kcc/validators';
import type { Context } from './command.ts';
import { englishCatalogue } from './translate.ts';

const MARK = { error: '✘', warning: '▲', info: 'ℹ' } as const;

/** Issues as lines for people: mark, place, message, code. */
export async function issueLines(
  context: Pick<Context, 'lang'>,
  issues: readonly Issue[],
): Promise<string[]> {
  const catalogue = context.lang === 'en' ? await englishCatalogue() : {};
  return issues.map((found) => {
    const issue = translateIssue(found, catalogue);
    const place = [issue.line === undefined ? '' : `${issue.line}:${issue.column ?? 1}`, issue.path];
    const where = place.filter((part) => part !== '').join(' ');
    return `  ${MARK[issue.severity]} ${where === '' ? '' : `${where}　`}${issue.message}（${issue.code}）`;
  });
}
