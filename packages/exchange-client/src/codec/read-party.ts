import { exchangeIssue } from '../messages/zh-tw.ts';
import type { ElementReader } from './element-reader.ts';
import type { EnvelopeNote, ExchangeParty } from './envelope.ts';

/** Reads one `object`; a missing unitid is read as empty with a warning. */
export function readParty(object: ElementReader): ExchangeParty {
  const code = object.required('orgid');
  const unit = object.optional('unitid');
  if (unit === undefined) object.issues.push(exchangeIssue('EN_UNIT_MISSING', 'warning', object.path));
  const name = object.required('orgname');
  const note = object.child('note');
  return { code, unit: unit ?? '', name, ...(note === undefined ? {} : { note: readNote(note) }) };
}

/** Reads the `object` elements of a list that must have at least one. */
export function readParties(root: ElementReader, listName: string): readonly ExchangeParty[] {
  const objects = root.child(listName)?.all('object') ?? [];
  if (objects.length === 0) {
    root.issues.push(
      exchangeIssue('EN_FIELD_MISSING', 'error', root.path, { element: `${listName}/object` }),
    );
  }
  return objects.map(readParty);
}

/** Reads `senderinfo`; absent, an empty party stands for it beside the issue. */
export function readSender(root: ElementReader): ExchangeParty {
  return readParties(root, 'senderinfo')[0] ?? { code: '', unit: '', name: '' };
}

export function readNote(note: ElementReader): EnvelopeNote {
  if (note.child('doctype') === undefined) {
    note.issues.push(exchangeIssue('EN_NOTE_PLAIN', 'warning', note.path));
    return { kind: 'text', text: note.text() };
  }
  return {
    kind: 'document',
    type: note.required('doctype'),
    date: note.required('docdate'),
    word: note.required('docword'),
    priority: note.required('docpriority'),
  };
}
