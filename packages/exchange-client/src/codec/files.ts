import { decodeBytes, element, parseXml, serializeXml, type XmlElement } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';
import { type ExchangeIssueCode, exchangeIssue } from '../messages/zh-tw.ts';
import type { EncryptList, Envelope, ExchangeMessage } from './envelope.ts';
import { decodeEncryptList } from './read-encrypt-list.ts';
import { type Decoded, decodeEnvelope } from './read-envelope.ts';
import { decodeMessage } from './read-message.ts';
import { encodeEncryptList, encodeEnvelope, encodeMessage } from './write-trees.ts';

/** Reads an EN file (信封檔) of the 99 or 104 generation, in UTF-8 or Big5. */
export function readEnvelope(bytes: Uint8Array): Decoded<Envelope> {
  return readWith(bytes, 'g2b2c-envelope', decodeEnvelope);
}

/** Writes an EN file of the 104 generation in UTF-8. */
export function writeEnvelope(envelope: Envelope): Uint8Array {
  return writeTree(encodeEnvelope(envelope), '104_g2b2c_envelope.dtd');
}

/** Reads an ESW file (加密表單). */
export function readEncryptList(bytes: Uint8Array): Decoded<EncryptList> {
  return readWith(bytes, 'g2b2c-encrypt-list', decodeEncryptList);
}

/** Writes an ESW file of the 104 generation in UTF-8. */
export function writeEncryptList(list: EncryptList): Uint8Array {
  return writeTree(encodeEncryptList(list), '104_g2b2c_encrypt-list.dtd');
}

/** Reads a msg file (交換確認訊息) of the 99 or 104 generation. */
export function readMessage(bytes: Uint8Array): Decoded<ExchangeMessage> {
  return readWith(bytes, 'g2b2c-msg', decodeMessage);
}

/** Writes a msg file of the 104 generation in UTF-8. */
export function writeMessage(message: ExchangeMessage): Uint8Array {
  return writeTree(encodeMessage(message), '104_msg.dtd');
}

function readWith<T>(
  bytes: Uint8Array,
  rootName: string,
  decode: (tree: XmlElement) => Decoded<T>,
): Decoded<T> {
  const { text } = decodeBytes(bytes);
  const { document, issues } = parseXml(text);
  if (document !== undefined) return decode(document.root);
  const unreadable = issues.map((issue) => unreadableIssue(issue));
  return { value: decode(element(rootName)).value, issues: unreadable };
}

function unreadableIssue(issue: Issue): Issue<ExchangeIssueCode> {
  const { line, column } = issue;
  return {
    ...exchangeIssue('EN_UNREADABLE', 'error', issue.path, { reason: issue.message }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

function writeTree(root: XmlElement, systemId: string): Uint8Array {
  const text = serializeXml({
    prolog: {
      declaration: { version: '1.0', encoding: 'UTF-8' },
      doctype: { name: root.name, systemId, entities: [], notations: [] },
    },
    root,
    epilog: [],
  });
  return new TextEncoder().encode(text);
}
