import type { Rule } from '../rule.ts';
import { attachmentRules } from './attachments.ts';
import { characterRules } from './characters.ts';
import { citationRules } from './citations.ts';
import { headerRules } from './header.ts';
import { itemRules } from './items.ts';
import { noticeRules } from './notices.ts';
import { numberRules } from './numbers.ts';
import { punctuationRules } from './punctuation.ts';
import { recipientRules } from './recipients.ts';
import { sectionRules } from './sections.ts';
import { subjectRules } from './subject.ts';
import { wordingRules } from './wording.ts';

/** Every rule of this package, by group. */
export const rules: readonly Rule[] = [
  ...sectionRules,
  ...headerRules,
  ...subjectRules,
  ...itemRules,
  ...wordingRules,
  ...characterRules,
  ...numberRules,
  ...punctuationRules,
  ...citationRules,
  ...attachmentRules,
  ...recipientRules,
  ...noticeRules,
];
