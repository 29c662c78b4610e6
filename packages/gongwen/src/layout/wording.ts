import type { Classification, DocumentNumber, LetterBase, MeetingTime } from '../model/letter.ts';
import type { Addressee, Contact, Party, Recipient } from '../model/party.ts';

/** 中華民國○年○月○日 of an ISO date; any other text is given back as it stands. */
export function paperDate(iso: string | undefined, fallback = ''): string {
  const parts = iso === undefined ? null : /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (parts === null) return iso ?? fallback;
  return `中華民國${Number(parts[1]) - 1911}年${Number(parts[2])}月${Number(parts[3])}日`;
}

/** 發文字號 as printed: ○○字第○號. */
export function paperNumber(number: DocumentNumber): string {
  if (number.text !== undefined) return number.text;
  const prefix = number.prefix ?? '';
  const word = prefix === '' || prefix.endsWith('字') ? prefix : `${prefix}字`;
  const digits = `${number.year ?? ''}${number.serial ?? ''}${number.branch ?? ''}`;
  return word === '' && digits === '' ? '' : `${word}第${digits}號`;
}

/** 密等及解密條件或保密期限 as printed. */
export function paperClassification(classification: Classification | undefined, ordinary: string): string {
  const level = classification?.level ?? ordinary;
  const end = classification?.declassification ?? '';
  return [level, end].filter((part) => part !== '').join('　');
}

/** A person with the title behind the name, or the name of an agency, unit or group. */
export function partyText(party: Party): string {
  return party.type === 'person' ? `${party.name}${party.title ?? ''}` : party.name;
}

/** A recipient with the words about its attachments in brackets. */
export function recipientText(recipient: Recipient): string {
  const note = recipient.withAttachments ?? '';
  return note === '' ? partyText(recipient) : `${partyText(recipient)}(${note})`;
}

/** Several recipients in one line of text. */
export function recipientsText(recipients: readonly Recipient[]): string {
  return recipients.map(recipientText).join('、');
}

/** 受文者 as printed. */
export function addresseeText(addressee: Addressee | undefined): string {
  if (addressee === undefined) return '';
  return addressee.type === 'roster' ? addressee.text : partyText(addressee);
}

/** One time of a meeting: 中華民國○年○月○日(星期○)上午10時. */
export function meetingTimeText(time: MeetingTime): string {
  const date = time.date === undefined ? (time.dateText ?? '') : paperDate(time.date);
  const weekday = time.weekday ?? '';
  return `${date}${weekday === '' ? '' : `(星期${weekday})`}${time.time ?? ''}`;
}

/** 聯絡人及電話 as printed. */
export function contactText(contact: Contact): string {
  return `${contact.name}${contact.title ?? ''}　${contact.phone}`;
}

/** 署名: the lines of the letter, else those that follow from how it is signed. */
export function signatureLines(letter: LetterBase): readonly string[] {
  const { signatures, signing } = letter;
  const officer = [signing?.title, signing?.name]
    .filter((part) => part !== undefined && part !== '')
    .join('　');
  const acting = signing?.acting === undefined || officer === '' ? '' : `${officer}　${signing.acting}`;
  if (signatures.length > 0)
    return acting === '' || signing?.acting === '代理' ? signatures : [...signatures, acting];
  if (signing === undefined || signing.mode === 'none') return [];
  return officer === '' ? [] : [acting === '' ? officer : acting];
}
