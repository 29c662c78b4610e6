import { sealGap, sections, subject } from './fields/body.ts';
import { copies, recipients, signature } from './fields/end.ts';
import {
  addressee,
  archive,
  attachment,
  classification,
  documentNumber,
  issueDate,
  title,
  urgency,
  window,
} from './fields/head.ts';
import { attachmentPage, recipientPage } from './fields/lists.ts';
import { sharedField } from './paper-type.ts';

/**
 * The fields of the letters, for the paper of an own kind.
 *
 * `subject`, `sections`, `recipients` and `copies` need the members of that name; the others read what every letter has.
 */
export const paperFields = {
  /** 檔號、保存年限. */
  archive: sharedField(archive),
  /** 全銜 and 文別. */
  title: sharedField(title),
  /** 郵遞欄 of a copy for one recipient. */
  window: sharedField(window),
  /** 受文者. */
  addressee: sharedField(addressee),
  /** 發文日期. */
  issueDate: sharedField(issueDate),
  /** 發文字號. */
  documentNumber: sharedField(documentNumber),
  /** 速別. */
  urgency: sharedField(urgency),
  /** 密等及解密條件或保密期限. */
  classification: sharedField(classification),
  /** 附件. */
  attachment: sharedField(attachment),
  /** 印信位置. */
  sealGap: sharedField(sealGap),
  /** 主旨. */
  subject: sharedField(subject),
  /** 段落. */
  sections: sharedField(sections),
  /** 正本. */
  recipients: sharedField(recipients),
  /** 副本. */
  copies: sharedField(copies),
  /** 署名. */
  signature: sharedField(signature),
  /** 發文清單 on an own page, where the options ask for it. */
  recipientPage: sharedField(recipientPage),
  /** 附件清單 on an own page, where the options ask for it. */
  attachmentPage: sharedField(attachmentPage),
} as const;
