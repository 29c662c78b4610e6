import type { XmlElement } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';
import { type ExchangeIssueCode, exchangeIssue } from '../messages/zh-tw.ts';
import { ElementReader } from './element-reader.ts';
import type { CardAuthority, EncryptList, KeyRecipient, WrappedKey } from './envelope.ts';
import type { Decoded } from './read-envelope.ts';

const AUTHORITIES: readonly CardAuthority[] = ['GCA', 'MOEACA', 'XCA', 'MOICA', 'HCA'];

/** Takes an ESW tree (g2b2c-encrypt-list) apart. */
export function decodeEncryptList(tree: XmlElement): Decoded<EncryptList> {
  const issues: Issue<ExchangeIssueCode>[] = [];
  const root = new ElementReader(tree, issues);
  if (tree.name !== 'g2b2c-encrypt-list') {
    const params = { found: tree.name, expected: 'g2b2c-encrypt-list' };
    issues.push(exchangeIssue('EN_ROOT_UNEXPECTED', 'error', root.path, params));
  }
  const receivers = root.child('receivercardlist')?.all('receiverobject') ?? [];
  if (receivers.length === 0) {
    issues.push(
      exchangeIssue('EN_FIELD_MISSING', 'error', root.path, { element: 'receivercardlist/receiverobject' }),
    );
  }
  return { value: { receivers: receivers.map(readReceiver) }, issues };
}

function readReceiver(receiver: ElementReader): KeyRecipient {
  const code = receiver.required('orgid');
  const unit = receiver.optional('unitid');
  if (unit === undefined) receiver.issues.push(exchangeIssue('EN_UNIT_MISSING', 'warning', receiver.path));
  const cards = receiver.all('cardlist');
  if (cards.length === 0) {
    receiver.issues.push(exchangeIssue('EN_FIELD_MISSING', 'error', receiver.path, { element: 'cardlist' }));
  }
  return { code, unit: unit ?? '', keys: cards.map(readCard) };
}

function readCard(card: ElementReader): WrappedKey {
  const data = card.child('EncryptedData');
  const found = card.attribute('type') ?? 'GCA';
  const authority = AUTHORITIES.find((name) => name === found) ?? 'GCA';
  const text = data?.required('CipherData') ?? card.required('EncryptedData');
  return {
    authority,
    card: card.required('cardnum'),
    method: data?.attribute('Method') === 'DSA' ? 'DSA' : 'RSA',
    ciphertext: new Uint8Array(Buffer.from(text.replace(/\s+/g, ''), 'base64')),
  };
}
