import type { ElementRule } from '../grammar.ts';
import { holds, texts } from './rules.ts';

const ENUMERATION = (
  content: string,
  attribute: string,
  type: readonly string[],
  fallback: string,
): ElementRule => ({
  content,
  attributes: { [attribute]: { type, default: fallback } },
});

/** 信封檔標籤集 of 104 (104_envelope.ent, 2015-05-01). */
export const envelopeTags = {
  ...texts('orgid', 'unitid', 'orgname', 'doctype', 'docdate', 'docword', 'docpriority', 'serviceid'),
  ...texts('applicationid', 'subject', 'expiredate', 'contactinfo', 'filename', 'cardnum', 'CipherData'),
  ...texts('exchangeid', 'processid', 'msgtime', 'msgcode', 'msgnote'),
  note: holds('((文字)|(doctype,docdate,docword,docpriority))'),
  hash: ENUMERATION('(#PCDATA)', 'algorithm', ['sha256', 'sha384', 'sha512'], 'sha256'),
  object: ENUMERATION('(orgid,unitid,orgname,note?)', 'type', ['addressbook'], 'addressbook'),
  senderinfo: holds('(object)'),
  receiverlist: holds('(object+)'),
  receiverinfo: holds('(object)'),
  file: ENUMERATION('(filename,hash,note?)', 'needsig', ['true', 'false'], 'false'),
  print: holds('(file)'),
  description: holds('(file)'),
  others: holds('(file+)'),
  filelist: holds('(print?,description?,others?)'),
  EncryptedData: {
    content: '(CipherData)',
    attributes: {
      Method: { type: ['RSA', 'DSA'], default: 'RSA' },
      MimeType: { type: ['base64'], default: 'base64' },
    },
  },
  cardlist: ENUMERATION('(cardnum,EncryptedData)', 'type', ['GCA', 'MOEACA', 'XCA', 'MOICA', 'HCA'], 'GCA'),
  receiverobject: holds('(orgid,unitid,cardlist+)'),
  receivercardlist: holds('(receiverobject+)'),
} as const;
