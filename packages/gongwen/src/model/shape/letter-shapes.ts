import type { Attachment } from '../attachment.ts';
import type {
  Archive,
  Classification,
  DocumentNumber,
  LetterBase,
  LetterBody,
  ReplyReference,
  Signing,
} from '../base.ts';
import type { Extra } from '../extra.ts';
import type { Addressee, Collective, Contact, Organisation, Person, Recipient, Unit } from '../party.ts';
import type { Item, ItemBlock, Section } from '../section.ts';
import {
  type FieldsOf,
  isoDate,
  list,
  oneOf,
  optional,
  type RecordShape,
  record,
  required,
  type Shape,
  text,
  textOr,
  type VariantShape,
} from './shape.ts';

const item: RecordShape = record<Item>(
  () => ({ marker: optional(text), text: optional(text), items: list(item) }),
  (value) => ({ text: value, items: [] }),
);

/** Text followed by items. */
export const itemBlock = record<ItemBlock>(
  () => ({ text: optional(text), items: list(item) }),
  (value) => ({ text: value, items: [] }),
);

/** 段落. */
export const section = record<Section>(() => ({
  name: required(text),
  text: optional(text),
  items: list(item),
}));

const organisation = (): FieldsOf<Organisation> => ({
  type: required(oneOf('organisation')),
  name: required(text),
  code: optional(text),
});
const unit = (): FieldsOf<Unit> => ({
  type: required(oneOf('unit')),
  name: required(text),
  code: optional(text),
  unitCode: optional(text),
});
const person = (): FieldsOf<Person> => ({
  type: required(oneOf('person')),
  name: required(text),
  title: optional(text),
  code: optional(text),
  unitCode: optional(text),
});
const collective = (): FieldsOf<Collective> => ({
  type: required(oneOf('collective')),
  name: required(text),
  members: optional({ type: 'list', of: recipient }),
});

const byName = (name: string) => ({ type: 'organisation', name });

type Notes = Omit<Recipient, keyof Organisation>;
const notes = (): FieldsOf<Notes> => ({
  withAttachments: optional(text),
  portableFile: optional(text),
  channel: optional(oneOf('electronic', 'paper')),
  copyKind: optional(text),
  postal: optional(
    record<NonNullable<Recipient['postal']>>(() => ({ postalCode: optional(text), address: optional(text) })),
  ),
});

/** 發文機關. */
export const issuer: VariantShape = {
  type: 'variant',
  tag: 'type',
  cases: { organisation: record(organisation), unit: record(unit) },
  fallback: 'organisation',
  shorthand: byName,
};

/** A person, organisation, unit or collective. */
export const party: VariantShape = {
  ...issuer,
  cases: { ...issuer.cases, person: record(person), collective: record(collective) },
};

/** One entry of 正本, 副本, 出席者 or 列席者. */
export const recipient: VariantShape = {
  ...issuer,
  cases: {
    organisation: record<Recipient & Organisation>(() => ({ ...organisation(), ...notes() })),
    unit: record<Recipient & Unit>(() => ({ ...unit(), ...notes() })),
    person: record<Recipient & Person>(() => ({ ...person(), ...notes() })),
    collective: record<Recipient & Collective>(() => ({ ...collective(), ...notes() })),
  },
};

const inPlace = { withAttachments: optional(text), portableFile: optional(text) };
type RosterAddressee = Extract<Addressee, { type: 'roster' }>;

/** 受文者. */
export const addressee: VariantShape = {
  ...issuer,
  cases: {
    roster: record<RosterAddressee>(() => ({ type: required(oneOf('roster')), text: required(text) })),
    organisation: record<Addressee & Organisation>(() => ({ ...organisation(), ...inPlace })),
    unit: record<Addressee & Unit>(() => ({ ...unit(), ...inPlace })),
    person: record<Addressee & Person>(() => ({ ...person(), ...inPlace })),
    collective: record<Addressee & Collective>(() => ({ ...collective(), ...inPlace })),
  },
};

/** 聯絡人及電話. */
export const contact = record<Contact>(() => ({
  name: required(text),
  title: optional(text),
  phone: textOr(''),
}));

/** 發文字號 and its like. */
export const documentNumber = record<DocumentNumber>(
  () => ({
    prefix: optional(text),
    year: optional(text),
    serial: optional(text),
    branch: optional(text),
    text: optional(text),
  }),
  (value) => ({ text: value }),
);

/** 附件. */
export const attachment = record<Attachment>(
  () => ({
    fileName: required(text),
    entity: optional(text),
    notation: optional(text),
    title: optional(text),
    medium: optional(text),
    quantity: optional(text),
    sha256: optional(text),
  }),
  (fileName) => ({ fileName }),
);

const extra: Shape = record<Extra>(() => ({
  name: required(text),
  parent: optional(text),
  after: optional(text),
  text: optional(text),
  attributes: optional({ type: 'map' }),
  children: optional({ type: 'list', of: extra }),
}));

const classification = record<Classification>(() => ({
  level: optional(oneOf('密', '機密', '極機密', '絕對機密')),
  declassification: optional(text),
}));

const signing = record<Signing>(() => ({
  mode: required(oneOf('職章', '簽字章', '條戳', '印信', 'none')),
  title: optional(text),
  name: optional(text),
  acting: optional(oneOf('代理', '代行')),
}));

const archive = record<Archive>(() => ({ fileNumber: optional(text), retention: optional(text) }));

const replyTo = record<ReplyReference>(() => ({
  agency: optional(text),
  date: optional(isoDate),
  number: optional(text),
}));

/** The fields that every kind has. */
export const baseFields: FieldsOf<LetterBase> = {
  generation: optional(oneOf('91', '93', '97', '99', '104')),
  issuers: list(issuer),
  addressee: optional(addressee),
  issueDate: optional(isoDate),
  issueDateText: optional(text),
  documentNumbers: list(documentNumber),
  urgency: optional(oneOf('普通件', '速件', '最速件')),
  classification: optional(classification),
  attachmentText: optional(text),
  attachments: list(attachment),
  signatures: list(text),
  extra: optional({ type: 'list', of: extra }),
  relation: optional(oneOf('up', 'up-non-subordinate', 'level', 'down', 'people', 'mixed')),
  signing: optional(signing),
  archive: optional(archive),
  deadline: optional(isoDate),
  replyTo: optional(replyTo),
};

/** 主旨 and 段落. */
export const bodyFields: FieldsOf<LetterBody> = { subject: required(text), sections: list(section) };
