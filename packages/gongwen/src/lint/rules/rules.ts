import type { Rule } from '../rule.ts';
import { agencyRules } from './agencies.ts';
import { attachmentListRules } from './attachment-lists.ts';
import { attachmentRules } from './attachments.ts';
import { characterRules } from './characters.ts';
import { citationRules } from './citations.ts';
import { compositionRules } from './composition.ts';
import { exchangeRules } from './exchange.ts';
import { headerRules } from './header.ts';
import { headerCodeRules } from './header-codes.ts';
import { itemRules } from './items.ts';
import { markRules } from './marks.ts';
import { memoDecreeRules } from './memo-decree.ts';
import { namingRules } from './naming.ts';
import { noticeFieldRules } from './notice-fields.ts';
import { noticeRules } from './notices.ts';
import { numberContextRules } from './number-context.ts';
import { numberRules } from './numbers.ts';
import { lineRules } from './paper/lines.ts';
import { printRules } from './paper/print.ts';
import { sheetRules } from './paper/sheet.ts';
import { privacyRules } from './privacy.ts';
import { punctuationRules } from './punctuation.ts';
import { recipientListRules } from './recipient-lists.ts';
import { recipientRules } from './recipients.ts';
import { relationWordingRules } from './relation-wording.ts';
import { scriptRules } from './script.ts';
import { sectionRules } from './sections.ts';
import { signingRules } from './signing.ts';
import { subjectRules } from './subject.ts';
import { wordingRules } from './wording.ts';

/** Every rule of this package, by group. */
export const rules: readonly Rule[] = [
  ...sectionRules,
  ...compositionRules,
  ...agencyRules,
  ...headerRules,
  ...headerCodeRules,
  ...subjectRules,
  ...itemRules,
  ...relationWordingRules,
  ...wordingRules,
  ...namingRules,
  ...characterRules,
  ...numberRules,
  ...numberContextRules,
  ...punctuationRules,
  ...scriptRules,
  ...markRules,
  ...citationRules,
  ...attachmentRules,
  ...attachmentListRules,
  ...recipientRules,
  ...recipientListRules,
  ...signingRules,
  ...noticeRules,
  ...noticeFieldRules,
  ...memoDecreeRules,
  ...exchangeRules,
  ...privacyRules,
  ...sheetRules,
  ...lineRules,
  ...printRules,
];
