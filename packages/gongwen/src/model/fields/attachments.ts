import type { XmlElement } from '../../xml/tree.ts';
import type { Attachment } from '../attachment.ts';
import { filled, present } from '../present.ts';
import type { ElementReader } from '../reading/element-reader.ts';
import type { EntityTarget, Reading } from '../reading/reading.ts';
import { empty, leaf, parent } from '../writing/elements.ts';
import type { Writing } from '../writing/writing.ts';

/** 附件 as read: what the field says and the files it names. */
export interface ReadAttachments {
  readonly attachmentText?: string;
  readonly attachments: readonly Attachment[];
}

const DEFAULT_NOTATION = '_X';
const derivedEntity = (place: number) => `ATTCH${place}`;

/** Reads 附件 (文字, 附件檔名*), resolving the names through the internal subset. */
export function readAttachments(element: ElementReader | undefined): ReadAttachments {
  if (!element) return { attachments: [] };
  const attachments: Attachment[] = [];
  for (const reference of element.takeAll('附件檔名')) {
    for (const name of splitNames(reference)) {
      attachments.push(resolve(name, reference));
    }
  }
  return present<ReadAttachments>({ attachmentText: filled(element.take('文字')?.text()), attachments });
}

/** Names separated by blanks, as ENTITIES has it; or file names with commas, as some writers do. */
function splitNames(reference: ElementReader): string[] {
  const value = reference.attribute('附件名') ?? '';
  const { entities } = reference.reading;
  const names = value.split(/[ \t\r\n]+/).filter((name) => name !== '');
  if (names.every((name) => entities.has(name))) return names;
  return value.includes(',')
    ? value
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')
    : names;
}

function resolve(name: string, reference: ElementReader): Attachment {
  reference.reading.attachmentCount += 1;
  const place = reference.reading.attachmentCount;
  const { entities, usedEntities } = reference.reading;
  const named = entities.get(name);
  const target = named ?? [...entities.values()].find(({ systemId }) => systemId === name);
  if (!target) {
    reference.report('READ_ATTACHMENT_UNRESOLVED', { name });
    return { fileName: name };
  }
  if (!named) reference.report('READ_ATTACHMENT_BY_FILE_NAME', { name, entity: target.name });
  usedEntities.add(target.name);
  return present<Attachment>({
    fileName: target.systemId ?? '',
    entity: target.name === derivedEntity(place) ? undefined : target.name,
    notation: target.notation === DEFAULT_NOTATION ? undefined : target.notation,
    title: undefined,
    medium: undefined,
    quantity: undefined,
    sha256: undefined,
  });
}

/** Reports the declared files that no element refers to; the message entity of a re-sent letter is none. */
export function reportUnreferenced(reading: Reading, path: string): void {
  const unused = [...reading.entities.values()].filter(({ name }) => !reading.usedEntities.has(name));
  for (const { name, systemId } of unused.filter(isAttachmentLike)) {
    reading.report('READ_ATTACHMENT_UNREFERENCED', path, undefined, { name, file: systemId ?? '' });
  }
}

const isAttachmentLike = ({ name, notation, systemId }: EntityTarget) =>
  !['表單', '名單', '文書訊息表單'].includes(name) &&
  notation !== 'DM' &&
  !/\.(sw|dm)$/i.test(systemId ?? '');

/** Writes 附件 and declares its entities; undefined when there is nothing to say. */
export function writeAttachments(value: ReadAttachments, writing: Writing): XmlElement | undefined {
  const { attachments, attachmentText } = value;
  if (attachments.length === 0 && attachmentText === undefined) return undefined;
  const names = attachments.map((attachment) =>
    writing.declareAttachment(attachment, attachment.notation ?? DEFAULT_NOTATION),
  );
  return parent('附件', [
    leaf('文字', attachmentText),
    names.length > 0 && empty('附件檔名', { 附件名: names.join(' ') }),
  ]);
}
