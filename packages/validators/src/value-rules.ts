import { addressRules } from './address.ts';
import { agencyCodeRules } from './agency-code.ts';
import { amountRules } from './amount.ts';
import { caseNumberRules, caseNumberTailRules } from './case-number.ts';
import { charactersRules } from './characters.ts';
import { type CodeOf, type CommonCode, commonMessages } from './check.ts';
import { type DeadlineCode, deadlineMessages } from './deadline.ts';
import { documentNumberRules } from './document-number.ts';
import { emailRules } from './email.ts';
import { ipAddressRules } from './ip-address.ts';
import type { MessageCatalogue } from './issue.ts';
import { nationalIdRules } from './national-id.ts';
import { oidRules } from './oid.ts';
import { nameRules, personNameRules } from './person-name.ts';
import { phoneRules } from './phone.ts';
import { pinRules } from './pin.ts';
import { districtRules, postalCodeRules } from './postal-code.ts';
import { residentIdRules } from './resident-id.ts';
import { rocDateRules } from './roc-date.ts';
import { schoolCodeRules } from './school-code.ts';
import { uniformNumberRules } from './uniform-number.ts';
import { userCodeRules } from './user-code.ts';

type Rules =
  | typeof addressRules
  | typeof agencyCodeRules
  | typeof amountRules
  | typeof caseNumberRules
  | typeof caseNumberTailRules
  | typeof charactersRules
  | typeof districtRules
  | typeof documentNumberRules
  | typeof emailRules
  | typeof ipAddressRules
  | typeof nameRules
  | typeof nationalIdRules
  | typeof oidRules
  | typeof personNameRules
  | typeof phoneRules
  | typeof pinRules
  | typeof postalCodeRules
  | typeof residentIdRules
  | typeof rocDateRules
  | typeof schoolCodeRules
  | typeof uniformNumberRules
  | typeof userCodeRules;

/** Code of every issue that this package reports. */
export type ValueCode = CodeOf<Rules> | CommonCode | DeadlineCode;

/** The zh-TW messages of all checks by code, for those who list or translate them. */
export function valueMessages(): MessageCatalogue<ValueCode> {
  const rules = [
    ...addressRules,
    ...agencyCodeRules,
    ...amountRules,
    ...caseNumberRules,
    ...caseNumberTailRules,
    ...charactersRules,
    ...districtRules,
    ...documentNumberRules,
    ...emailRules,
    ...ipAddressRules,
    ...nameRules,
    ...nationalIdRules,
    ...oidRules,
    ...personNameRules,
    ...phoneRules,
    ...pinRules,
    ...postalCodeRules,
    ...residentIdRules,
    ...rocDateRules,
    ...schoolCodeRules,
    ...uniformNumberRules,
    ...userCodeRules,
  ];
  const messages = Object.fromEntries(rules.map(([code, message]) => [code, message]));
  // Every rule of the union above is in the list.
  return { ...messages, ...commonMessages, ...deadlineMessages } as MessageCatalogue<ValueCode>;
}
