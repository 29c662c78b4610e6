import { createSign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NOTICE_MAGIC } from '../../src/notice/notice.ts';
import { signNotice } from '../../src/notice/sign-notice.ts';
import { type NoticeExpectation, parseNotice, verifyNotice } from '../../src/notice/verify-notice.ts';
import { framed } from '../../src/seal/format.ts';
import { makeOffice } from '../fixture/identity.ts';

const sender = makeOffice('A', '甲機關');
const receiver = makeOffice('B', '乙機關');
const forger = makeOffice('X', '偽造者');
const files = [{ name: 'a.di', sha256: '11'.repeat(32) }];
const content = {
  kind: 'registered' as const,
  id: 'd1',
  sender: { code: 'A', unit: '', name: '甲機關' },
  receiver: { code: 'B', unit: '', name: '乙機關' },
  packageSha256: '22'.repeat(32),
  files,
  at: new Date('2026-11-23T02:00:00Z'),
};
const expected: NoticeExpectation = {
  id: 'd1',
  senderCode: 'A',
  receiverCode: 'B',
  packageSha256: '22'.repeat(32),
  files,
  certificates: [receiver.signer.certificate],
  now: new Date('2026-11-23T03:00:00Z'),
};

const check = async (bytes: Uint8Array, change: Partial<NoticeExpectation> = {}) =>
  verifyNotice(await parseNotice(bytes), { ...expected, ...change });

const refused = expect.objectContaining({ code: 'RECEIPT_INVALID' });

describe('a receipt', () => {
  it('is taken when it is the recipient signing for exactly this package', async () => {
    const { bytes } = await signNotice(content, receiver.signer);
    expect((await check(bytes)).statement).toMatchObject({ kind: 'registered', id: 'd1' });
    expect((await parseNotice(bytes)).statement.message).toContain('g2b2c-msg');
  });

  it.each([
    ['another id', { id: 'd2' }],
    ['another sender', { sender: { code: 'C', unit: '', name: '丙' } }],
    ['another recipient', { receiver: { code: 'C', unit: '', name: '丙' } }],
    ['another package', { packageSha256: '33'.repeat(32) }],
    ['another file digest', { files: [{ name: 'a.di', sha256: '44'.repeat(32) }] }],
    ['another file name', { files: [{ name: 'b.di', sha256: '11'.repeat(32) }] }],
    ['a file less', { files: [] }],
    ['a file more', { files: [...files, { name: 'b', sha256: '55'.repeat(32) }] }],
  ])('is refused for %s, although it is signed rightly', async (_what, change) => {
    const { bytes } = await signNotice({ ...content, ...change }, receiver.signer);
    await expect(check(bytes)).rejects.toEqual(refused);
  });

  it('is refused when someone else signed it, under his own certificate or the recipient certificate', async () => {
    const { bytes } = await signNotice(content, forger.signer);
    await expect(check(bytes)).rejects.toEqual(refused);
    const posing = { ...forger.signer, certificate: receiver.signer.certificate };
    await expect(check((await signNotice(content, posing)).bytes)).rejects.toEqual(refused);
    await expect(check((await signNotice(content, sender.signer)).bytes)).rejects.toEqual(refused);
  });

  it('is refused unsigned, with a signature of another receipt, or with another algorithm', async () => {
    const { signedBytes } = await parseNotice((await signNotice(content, receiver.signer)).bytes);
    const other = await parseNotice((await signNotice({ ...content, id: 'd2' }, receiver.signer)).bytes);
    const wrap = (signed: Uint8Array, signature: Uint8Array) =>
      new Uint8Array(Buffer.concat([Buffer.from(NOTICE_MAGIC), framed(signed), framed(signature)]));
    await expect(check(wrap(signedBytes, new Uint8Array(0)))).rejects.toEqual(refused);
    await expect(check(wrap(signedBytes, other.signature))).rejects.toEqual(refused);
    const sha1 = createSign('sha1').update(signedBytes).sign(receiver.signKey);
    await expect(check(wrap(signedBytes, sha1))).rejects.toEqual(refused);
  });

  it('is refused after a change of any byte', async () => {
    const { bytes } = await signNotice(content, receiver.signer);
    for (let place = 0; place < bytes.length; place += 7) {
      const changed = bytes.slice();
      changed[place] = (changed[place] ?? 0) ^ 4;
      await expect(check(changed)).rejects.toMatchObject({ name: 'ExchangeError' });
    }
  });

  it('is refused cut off anywhere or followed by anything', async () => {
    const { bytes } = await signNotice(content, receiver.signer);
    for (const length of [0, 5, 100, bytes.length - 1]) {
      await expect(check(bytes.slice(0, length))).rejects.toEqual(refused);
    }
    await expect(check(new Uint8Array([...bytes, 1]))).rejects.toEqual(refused);
  });

  it('is refused when the certificate of its signer is over or revoked', async () => {
    const { bytes } = await signNotice(content, receiver.signer);
    const over = check(bytes, { now: new Date('2050-01-01T00:00:00Z') });
    await expect(over).rejects.toMatchObject({ code: 'CERTIFICATE_REFUSED' });
    const revoked = check(bytes, { checker: async () => ({ ok: false, issues: [] }) });
    await expect(revoked).rejects.toMatchObject({ code: 'CERTIFICATE_REFUSED' });
  });
});
