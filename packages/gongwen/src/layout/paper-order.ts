import type { Letter, LetterKind } from '../model/letter.ts';
import { decreeText, sealGap, sections, subject } from './fields/body.ts';
import { attendees, copies, observers, recipients, signature, signedDate, submitTo } from './fields/end.ts';
import {
  address,
  addressee,
  archive,
  attachment,
  classification,
  contact,
  documentNumber,
  ifAny,
  issueDate,
  memoTitle,
  optionalAddressee,
  title,
  urgency,
  window,
} from './fields/head.ts';
import { jointTable } from './fields/joint.ts';
import { attachmentPage, recipientPage } from './fields/lists.ts';
import { chairs, contacts, meetingPlace, meetingSubject, meetingTimes, remarks } from './fields/meeting.ts';
import { reviewTable } from './fields/review.ts';
import type { PaperField } from './paper-type.ts';

type FieldWriter = PaperField<Letter>;

const POSTSCRIPT = [recipientPage, attachmentPage] as const;

const NOTICE: readonly FieldWriter[] = [
  archive,
  title,
  window,
  addressee,
  issueDate,
  documentNumber,
  urgency,
  classification,
  attachment,
  meetingSubject,
  meetingTimes,
  meetingPlace,
  chairs,
  contacts,
  attendees,
  observers,
  copies,
  remarks,
  signature,
  ...POSTSCRIPT,
];

/** Paper order of every kind (規範 五 to 九). The order of the exchange XML is another one and lives in the grammar. */
export const PAPER_ORDER: Readonly<Record<LetterKind, readonly FieldWriter[]>> = {
  letter: [
    archive,
    title,
    address,
    contact,
    window,
    addressee,
    issueDate,
    documentNumber,
    urgency,
    classification,
    attachment,
    subject,
    sections,
    recipients,
    copies,
    signature,
    ...POSTSCRIPT,
  ],
  decree: [
    archive,
    title,
    window,
    optionalAddressee,
    issueDate,
    documentNumber,
    ifAny(urgency),
    ifAny(classification),
    ifAny(attachment),
    sealGap,
    decreeText,
    sections,
    ifAny(recipients),
    copies,
    signature,
    ...POSTSCRIPT,
  ],
  announcement: [
    archive,
    title,
    issueDate,
    documentNumber,
    ifAny(attachment),
    sealGap,
    subject,
    sections,
    signature,
    ...POSTSCRIPT,
  ],
  meeting: NOTICE,
  inspection: NOTICE,
  memo: [
    archive,
    memoTitle,
    optionalAddressee,
    ifAny(documentNumber),
    ifAny(urgency),
    ifAny(classification),
    ifAny(attachment),
    subject,
    sections,
    submitTo,
    signature,
    signedDate,
    ...POSTSCRIPT,
  ],
  review: [archive, title, optionalAddressee, reviewTable],
  joint: [archive, title, optionalAddressee, jointTable],
};
