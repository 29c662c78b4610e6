import type { Item, OfficialLetter } from '@kcc/gongwen';
import { lastFive } from '@kcc/validators';
import type { FormContext } from '../../define/rule.ts';
import { factOn } from '../../facts/dated.ts';
import { formatLetterAddress } from '../../fields/address-text.ts';
import { toDocumentNumber } from '../../fields/document-number.ts';
import type { CoverLetterData } from './rules.ts';

/** What both letters of an application share: issuer, address block, number, recipient. */
export function letterFrame(
  { sender, heading }: Pick<CoverLetterData, 'sender' | 'heading'>,
  { council, asOf }: Pick<FormContext, 'council' | 'asOf'>,
): Omit<OfficialLetter, 'subject' | 'sections'> {
  const postal = factOn(council.reviewWindow, asOf)?.value.address;
  return {
    kind: 'letter',
    subtype: '函',
    relation: 'level',
    issuers: [{ type: 'organisation', name: sender.name }],
    address: formatLetterAddress(sender.address),
    contactLines: [
      `承辦人：${sender.drafter}`,
      `電話：${sender.phone}`,
      ...(sender.fax ? [`傳真：${sender.fax}`] : []),
      ...(sender.email ? [`電子信箱：${sender.email}`] : []),
    ],
    addressee: { type: 'organisation', name: council.name },
    issueDate: heading.issueDate,
    documentNumbers: [toDocumentNumber(heading.number)],
    ...(heading.urgency && { urgency: heading.urgency }),
    attachments: [],
    signatures: sender.signature ? [sender.signature] : [],
    recipients: [
      {
        type: 'organisation',
        name: council.name,
        channel: 'paper',
        ...(postal && { postal: { address: postal } }),
      },
    ],
    copies: [],
  };
}

/** 說明 of the kinds and numbers of cards, one entry a kind. */
function cardLines({ primary = [], secondary = [] }: CoverLetterData['cards']): string[] {
  const numbers = (list: readonly string[]) =>
    list.map((each) => `案件流水號為${lastFive(each)}號`).join('、');
  return [
    ...(primary.length > 0 ? [`擬申請正卡${primary.length}張，${numbers(primary)}（後五碼）。`] : []),
    ...(secondary.length > 0 ? [`擬申請附卡${secondary.length}張，${numbers(secondary)}（後五碼）。`] : []),
  ];
}

/**
 * The 函 that goes to the council with the sealed 申請書: use, kinds and numbers of cards, last five digits of each case.
 *
 * @param data checked data of the form `xca-cover-letter`
 * @param context council and day
 */
export function coverLetter(
  data: CoverLetterData,
  context: Pick<FormContext, 'council' | 'asOf'>,
): OfficialLetter {
  const { purpose, primary = [], secondary = [] } = data.cards;
  const lines = cardLines(data.cards);
  const items: Item[] = lines.map((text) => ({ text, items: [] }));
  const [only = ''] = lines;
  return {
    ...letterFrame(data, context),
    attachmentText: '憑證申請書',
    subject:
      `為利辦理（${purpose}）作業相關事宜，擬申請組織及團體憑證（憑證種類、數量和案件流水號如下），` +
      `隨文檢送申請書共${primary.length + secondary.length}份，請查照。`,
    // A single entry carries no number (文書處理手冊).
    sections: [lines.length === 1 ? { name: '說明', text: only, items: [] } : { name: '說明', items }],
  };
}
