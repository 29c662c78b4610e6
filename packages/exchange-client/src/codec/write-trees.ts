import { type Child, element, type XmlElement } from '@kcc/gongwen';
import type {
  EncryptList,
  Envelope,
  EnvelopeFile,
  EnvelopeNote,
  ExchangeMessage,
  ExchangeParty,
} from './envelope.ts';
import { writeExchangeTime } from './time.ts';

/** Builds the EN tree of the 104 generation. */
export function encodeEnvelope(envelope: Envelope): XmlElement {
  return el('g2b2c-envelope', [
    el('senderinfo', [party(envelope.sender)]),
    el('receiverlist', envelope.receivers.map(party)),
    el('serviceid', envelope.serviceId),
    optional('applicationid', envelope.applicationId),
    el('subject', envelope.subject),
    optional('expiredate', envelope.expires === undefined ? undefined : writeExchangeTime(envelope.expires)),
    optional('contactinfo', envelope.contact),
    fileList(envelope),
  ]);
}

/** Builds the ESW tree. */
export function encodeEncryptList(list: EncryptList): XmlElement {
  const receivers = list.receivers.map((receiver) =>
    el('receiverobject', [
      el('orgid', receiver.code),
      el('unitid', receiver.unit),
      ...receiver.keys.map((key) =>
        el(
          'cardlist',
          [
            el('cardnum', key.card),
            el('EncryptedData', [el('CipherData', Buffer.from(key.ciphertext).toString('base64'))], {
              Method: key.method,
              MimeType: 'base64',
            }),
          ],
          { type: key.authority },
        ),
      ),
    ]),
  );
  return el('g2b2c-encrypt-list', [el('receivercardlist', receivers)]);
}

/** Builds the msg tree of the 104 generation. */
export function encodeMessage(message: ExchangeMessage): XmlElement {
  return el('g2b2c-msg', [
    el('senderinfo', [party(message.sender)]),
    el('receiverlist', message.receivers.map(party)),
    el('exchangeid', message.exchangeId),
    el('processid', message.processId),
    optional('applicationid', message.applicationId),
    el('msgtime', message.time),
    el('msgcode', message.code),
    el('msgnote', message.note),
  ]);
}

function optional(name: string, text: string | undefined): XmlElement | undefined {
  return text === undefined ? undefined : el(name, text);
}

function party(value: ExchangeParty): XmlElement {
  return el(
    'object',
    [el('orgid', value.code), el('unitid', value.unit), el('orgname', value.name), noteElement(value.note)],
    { type: 'addressbook' },
  );
}

/** The 104 grammar has no valid place for plain text, so a text note is left out rather than written wrongly. */
function noteElement(note: EnvelopeNote | undefined): XmlElement | undefined {
  if (note?.kind !== 'document') return undefined;
  return el('note', [
    el('doctype', note.type),
    el('docdate', note.date),
    el('docword', note.word),
    el('docpriority', note.priority),
  ]);
}

function fileList(envelope: Envelope): XmlElement | undefined {
  const { print, description, others } = envelope;
  if (print === undefined && description === undefined && others.length === 0) return undefined;
  return el('filelist', [
    print === undefined ? undefined : el('print', [fileElement(print)]),
    description === undefined ? undefined : el('description', [fileElement(description)]),
    others.length === 0 ? undefined : el('others', others.map(fileElement)),
  ]);
}

function fileElement(file: EnvelopeFile): XmlElement {
  return el(
    'file',
    [el('filename', file.name), el('hash', file.hash, { algorithm: file.algorithm }), noteElement(file.note)],
    { needsig: file.needsSignature ? 'true' : 'false' },
  );
}

function el(
  name: string,
  children: readonly Child[] | string,
  attributes: Readonly<Record<string, string | undefined>> = {},
): XmlElement {
  if (typeof children !== 'string') return element(name, attributes, children);
  return element(name, attributes, children === '' ? [] : [children]);
}
