import type { XmlElement } from '../../xml/tree.ts';
import type { Contact, Party, Person, Recipient } from '../party.ts';
import { filled, present } from '../present.ts';
import type { ElementReader } from '../reading/element-reader.ts';
import { leaf, parent } from '../writing/elements.ts';
import { type ReadRecipient, readRecipientRun, writePartyName } from './party.ts';

function toRecipient({ party, ...about }: ReadRecipient): Recipient {
  return { ...party, ...about };
}

/** Reads 正本, 副本, 出席者 or 列席者; several elements of the name are read as one list and reported. */
export function readRecipients(root: ElementReader, name: string, required = false): Recipient[] {
  const lists = root.takeAll(name);
  const [first, second] = lists;
  if (!first && required) root.report('READ_PART_MISSING', { name });
  if (second) second.report('READ_PART_REPEATED', { name, count: lists.length });
  const recipients = lists.flatMap(readList);
  if (first && required && recipients.length === 0) first.report('READ_RECIPIENTS_BLANK', { element: name });
  return recipients;
}

function readList(list: ElementReader): Recipient[] {
  const bare = readBareRecipient(list);
  return bare ? [bare] : readRecipientRun(list).map(toRecipient);
}

/** Text that stands right inside a list of recipients, where it should stand in 全銜. */
export function readBareRecipient(list: ElementReader): Party | undefined {
  if (list.element.children.some(({ type }) => type === 'element')) return undefined;
  const text = filled(list.text());
  if (text === undefined) return undefined;
  list.report('READ_RECIPIENT_BARE', { element: list.name, text });
  return { type: 'organisation', name: text };
}

/** Writes a list of recipients; only 副本 has a place for 含附件. */
export function writeRecipients(
  name: string,
  recipients: readonly Recipient[],
  options: { readonly notes?: boolean } = {},
): XmlElement {
  const parts = recipients.flatMap((recipient) => [
    ...writePartyName(recipient),
    options.notes && recipient.withAttachments !== undefined && leaf('含附件', recipient.withAttachments),
  ]);
  return parent(name, parts);
}

/** Reads 主持人 ((姓名, 職稱?)+). */
export function readPersons(element: ElementReader | undefined): Party[] {
  return element ? readList(element) : [];
}

/** Writes 主持人; an agency in the chair is written as 姓名 too, because the format knows nothing else there. */
export function writePersons(name: string, persons: readonly Party[]): XmlElement {
  const parts = persons.flatMap((person) => writePartyName(asPerson(person)));
  return parent(name, parts.length > 0 ? parts : [leaf('姓名')]);
}

const asPerson = (party: Party): Party =>
  party.type === 'person' ? party : { type: 'person', name: party.name };

/** Reads 敬陳 ((職稱, 姓名?)+). */
export function readSuperiors(element: ElementReader | undefined): Party[] {
  const superiors: Person[] = [];
  for (const child of element?.takeEach() ?? []) {
    const last = superiors.at(-1);
    if (child.name === '職稱') superiors.push({ type: 'person', name: '', title: child.text() });
    else if (child.name === '姓名' && last && last.name === '')
      superiors.splice(-1, 1, { ...last, name: child.text() });
    else element?.leave(child);
  }
  return superiors.filter(({ name, title }) => name !== '' || title !== '');
}

/** Writes 敬陳. */
export function writeSuperiors(superiors: readonly Party[]): XmlElement | undefined {
  if (superiors.length === 0) return undefined;
  const parts = superiors.flatMap((party) => {
    if (party.type !== 'person') return [leaf('職稱', party.name)];
    return [leaf('職稱', party.title), party.name !== '' && leaf('姓名', party.name)];
  });
  return parent('敬陳', parts);
}

/** Reads 聯絡人及電話 ((姓名, 職稱?, 電話)+). */
export function readContacts(element: ElementReader | undefined): Contact[] {
  const rows: { name: string; title?: string; phone?: string }[] = [];
  for (const child of element?.takeEach() ?? []) {
    const last = rows.at(-1);
    if (child.name === '姓名') rows.push({ name: child.text() });
    else if (child.name === '職稱' && last && last.title === undefined) last.title = child.text();
    else if (child.name === '電話' && last && last.phone === undefined) last.phone = child.text();
    else element?.leave(child);
  }
  return rows
    .map(({ name, title, phone }) => present<Contact>({ name, title: filled(title), phone: phone ?? '' }))
    .filter(({ name, phone }) => name !== '' || phone !== '');
}

/** Writes 聯絡人及電話. */
export function writeContacts(contacts: readonly Contact[]): XmlElement | undefined {
  if (contacts.length === 0) return undefined;
  const parts = contacts.flatMap(({ name, title, phone }) => [
    leaf('姓名', name),
    title !== undefined && leaf('職稱', title),
    leaf('電話', phone),
  ]);
  return parent('聯絡人及電話', parts);
}
