import { checkDocumentNumber, lastFive } from '@kcc/validators';
import { defineRule } from '../../define/define-rule.ts';
import type { FormRule } from '../../define/rule.ts';
import type { DataOf } from '../../define/section.ts';
import type { CoverLetterSections } from './sections.ts';

export type CoverLetterData = DataOf<CoverLetterSections>;

/** Entries that occur more than once. */
function repeated(entries: readonly string[]): string[] {
  return [...new Set(entries.filter((entry, place) => entries.indexOf(entry) !== place))];
}

export const coverLetterRules: readonly FormRule<CoverLetterData>[] = [
  defineRule<CoverLetterData>({
    id: 'CARDS_NONE',
    severity: 'error',
    title: '至少申請一張卡，每張卡一個案件流水號。',
    paths: ['/cards/primary', '/cards/secondary'],
    sources: ['R6', 'R38'],
    find: ({ cards: { primary = [], secondary = [] } }) =>
      primary.length + secondary.length === 0 ? {} : undefined,
  }),
  defineRule<CoverLetterData>({
    id: 'CASE_NUMBER_TWICE',
    severity: 'error',
    title: '每張卡的案件流水號都不同。',
    paths: ['/cards/secondary', '/cards/primary'],
    sources: ['R6', 'R21'],
    find: ({ cards: { primary = [], secondary = [] } }) =>
      repeated([...primary, ...secondary]).map((number) => ({ params: { number } })),
  }),
  defineRule<CoverLetterData>({
    id: 'LAST_FIVE_SAME',
    severity: 'warning',
    title: '函內只寫後五碼，後五碼須能分辨各件。',
    paths: ['/cards/secondary', '/cards/primary'],
    sources: ['H14', 'H15'],
    find: ({ cards: { primary = [], secondary = [] } }) =>
      repeated([...new Set([...primary, ...secondary])].map(lastFive)).map((tail) => ({ params: { tail } })),
  }),
  defineRule<CoverLetterData>({
    id: 'LETTER_NUMBER_YEAR',
    severity: 'warning',
    title: '文號年度與發文日期的年度相同。',
    paths: ['/heading/number', '/heading/issueDate'],
    sources: ['H10', 'H11'],
    find: ({ heading: { number, issueDate } }) => {
      if (number === undefined || issueDate === undefined) return undefined;
      const { issues } = checkDocumentNumber(number, { issueDate });
      return issues.some(({ code }) => code === 'DOCUMENT_NUMBER_YEAR') ? {} : undefined;
    },
  }),
];
