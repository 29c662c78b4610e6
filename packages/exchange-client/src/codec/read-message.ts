import type { XmlElement } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';
import { type ExchangeIssueCode, exchangeIssue } from '../messages/zh-tw.ts';
import { ElementReader } from './element-reader.ts';
import type { ExchangeMessage } from './envelope.ts';
import { type Decoded, optionalText } from './read-envelope.ts';
import { readParties, readSender } from './read-party.ts';

/** Takes a msg tree (g2b2c-msg) apart: `receiverlist` of 104, or the single `receiverinfo` of 99. */
export function decodeMessage(tree: XmlElement): Decoded<ExchangeMessage> {
  const issues: Issue<ExchangeIssueCode>[] = [];
  const root = new ElementReader(tree, issues);
  if (tree.name !== 'g2b2c-msg') {
    const params = { found: tree.name, expected: 'g2b2c-msg' };
    issues.push(exchangeIssue('EN_ROOT_UNEXPECTED', 'error', root.path, params));
  }
  const old = root.child('receiverinfo') !== undefined;
  if (old) issues.push(exchangeIssue('EN_OLD_GENERATION', 'info', root.path));
  const value: ExchangeMessage = {
    sender: readSender(root),
    receivers: readParties(root, old ? 'receiverinfo' : 'receiverlist'),
    exchangeId: root.required('exchangeid'),
    processId: root.required('processid'),
    ...optionalText('applicationId', root.optional('applicationid')),
    time: root.required('msgtime'),
    code: root.required('msgcode'),
    note: root.required('msgnote'),
  };
  return { value, issues };
}
