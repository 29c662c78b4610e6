import type { XmlElement } from '@kcc/gongwen';
import type { Issue } from '@kcc/validators';
import { type ExchangeIssueCode, exchangeIssue } from '../messages/zh-tw.ts';
import { ElementReader } from './element-reader.ts';
import type { Envelope, EnvelopeFile, HashAlgorithm } from './envelope.ts';
import { readNote, readParties, readSender } from './read-party.ts';
import { parseExchangeTime } from './time.ts';

const HASH_BYTES = { sha256: 32, sha384: 48, sha512: 64 } as const satisfies Record<HashAlgorithm, number>;

/** What a codec gives for a tree: the value as far as it could be read, and every finding. */
export interface Decoded<T> {
  readonly value: T;
  readonly issues: readonly Issue<ExchangeIssueCode>[];
}

/** Takes an EN tree (g2b2c-envelope, 99 or 104) apart. */
export function decodeEnvelope(tree: XmlElement): Decoded<Envelope> {
  const issues: Issue<ExchangeIssueCode>[] = [];
  const root = new ElementReader(tree, issues);
  if (tree.name !== 'g2b2c-envelope') {
    const params = { found: tree.name, expected: 'g2b2c-envelope' };
    issues.push(exchangeIssue('EN_ROOT_UNEXPECTED', 'error', root.path, params));
  }
  const files = root.child('filelist');
  const value: Envelope = {
    sender: readSender(root),
    receivers: readParties(root, 'receiverlist'),
    serviceId: root.required('serviceid'),
    subject: root.required('subject'),
    ...optionalText('applicationId', root.optional('applicationid')),
    ...readExpiry(root),
    ...optionalText('contact', root.optional('contactinfo')),
    ...readOne(files, 'print'),
    ...readOne(files, 'description'),
    others: files?.child('others')?.all('file').map(readFile) ?? [],
  };
  return { value, issues };
}

export function optionalText<K extends string>(
  key: K,
  text: string | undefined,
): { readonly [P in K]?: string } {
  // The computed key is exactly K, which TypeScript widens to string.
  return (text === undefined || text === '' ? {} : { [key]: text }) as { readonly [P in K]?: string };
}

function readExpiry(root: ElementReader): { readonly expires?: Date } {
  const text = root.optional('expiredate');
  if (text === undefined || text === '') return {};
  const expires = parseExchangeTime(text);
  if (expires !== undefined) return { expires };
  root.issues.push(
    exchangeIssue('EN_DATE_UNREADABLE', 'warning', `${root.path}/expiredate[1]`, { found: text }),
  );
  return {};
}

function readOne(
  files: ElementReader | undefined,
  name: 'print' | 'description',
): { readonly [P in 'print' | 'description']?: EnvelopeFile } {
  const file = files?.child(name)?.child('file');
  return file === undefined ? {} : { [name]: readFile(file) };
}

function readFile(file: ElementReader): EnvelopeFile {
  const name = file.required('filename');
  const text = file.required('hash');
  const algorithm = readAlgorithm(file, file.child('hash')?.attribute('algorithm') ?? 'sha256');
  const hash = toHex(text, HASH_BYTES[algorithm]);
  if (hash === undefined) {
    file.issues.push(
      exchangeIssue('EN_HASH_UNREADABLE', 'error', `${file.path}/hash[1]`, { file: name, algorithm }),
    );
  }
  const note = file.child('note');
  return {
    name,
    algorithm,
    hash: hash ?? '',
    needsSignature: file.attribute('needsig') === 'true',
    ...(note === undefined ? {} : { note: readNote(note) }),
  };
}

function readAlgorithm(file: ElementReader, found: string): HashAlgorithm {
  const expected = found.toLowerCase().replace('-', '');
  const path = `${file.path}/hash[1]`;
  if (expected === 'sha256' || expected === 'sha384' || expected === 'sha512') {
    if (expected !== found) {
      file.issues.push(exchangeIssue('EN_HASH_ALGORITHM_CASE', 'warning', path, { found, expected }));
    }
    return expected;
  }
  file.issues.push(exchangeIssue('EN_HASH_ALGORITHM_UNKNOWN', 'error', path, { found }));
  return 'sha256';
}

/** The format does not say whether a hash is hexadecimal or base64; the length tells. */
function toHex(text: string, bytes: number): string | undefined {
  if (/^[0-9a-f]+$/i.test(text) && text.length === bytes * 2) return text.toLowerCase();
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const decoded = Buffer.from(text, 'base64');
  return decoded.length === bytes ? decoded.toString('hex') : undefined;
}
