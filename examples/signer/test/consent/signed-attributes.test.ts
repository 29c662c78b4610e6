import { describe, expect, it } from 'vitest';
import { signedDigest } from '../../src/consent/signed-attributes.ts';

const DIGEST = 'ab'.repeat(32);
const der = (tag: string, ...inner: readonly string[]): string => {
  const value = inner.join('');
  return `${tag}${(value.length / 2).toString(16).padStart(2, '0')}${value}`;
};
const attribute = (oid: string, ...values: readonly string[]) =>
  der('30', der('06', oid), der('31', ...values));
const contentType = attribute('2a864886f70d010903', der('06', '2a864886f70d010701'));
const digest = attribute('2a864886f70d010904', der('04', DIGEST));
const of = (hex: string) => signedDigest(Uint8Array.from(Buffer.from(hex, 'hex')));

describe('the digest in CMS signed attributes, RFC 5652 §5.4', () => {
  it('is that of the document', () => {
    expect(of(der('31', contentType, digest))).toBe(DIGEST);
  });

  it.each([
    ['a document', Buffer.from('主旨').toString('hex')],
    ['nothing', ''],
    ['attributes with something behind them', `${der('31', contentType, digest)}00`],
    ['attributes that are cut off', der('31', contentType, digest).slice(0, -2)],
    ['attributes without a content type', der('31', digest)],
    ['attributes without a digest', der('31', contentType)],
    ['two digests', der('31', contentType, digest, digest)],
    [
      'two values of the digest',
      der('31', contentType, attribute('2a864886f70d010904', der('04', 'aa'), der('04', 'bb'))),
    ],
    ['a length without end', `3180${contentType}${digest}0000`],
  ])('is not seen in %s', (_what, hex) => {
    expect(of(hex)).toBeUndefined();
  });
});
