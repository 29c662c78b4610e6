import { createHash, createSign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { bytesSource, readAll } from '../../src/seal/byte-source.ts';
import { framed } from '../../src/seal/format.ts';
import { openPackageBytes } from '../../src/seal/open-package.ts';
import { defineProfile, jagentProfile, referenceProfile } from '../../src/seal/profile.ts';
import { type PackageParts, readParts } from '../../src/seal/read-parts.ts';
import { sealPackage } from '../../src/seal/seal-package.ts';
import { verifyPackage } from '../../src/seal/verify-package.ts';
import { makeOffice } from '../fixture/identity.ts';

const now = () => new Date('2026-11-23T02:00:00Z');
const sender = makeOffice('A', '甲機關');
const receiver = makeOffice('B', '乙機關');
const forger = makeOffice('X', '偽造者');

async function seal(id: string, size = 200_000, signer = sender.signer): Promise<Uint8Array> {
  return readAll(
    sealPackage({
      id,
      sender,
      recipients: [{ code: 'B', name: '乙機關', encryptionCertificate: receiver.decrypter.certificate }],
      files: [{ name: 'a.bin', role: 'other', content: bytesSource(new Uint8Array(size).fill(id.length)) }],
      envelope: { subject: id },
      signer,
      now,
    }),
  );
}

const open = (bytes: Uint8Array) =>
  openPackageBytes(bytes, {
    decrypter: receiver.decrypter,
    senderCertificates: [sender.signer.certificate],
    now,
  });

/** Head, content and tail of a package. */
async function cut(bytes: Uint8Array) {
  const parts: PackageParts = await readParts(bytesSource(bytes).open());
  const tail = Buffer.concat([framed(parts.signedBytes), framed(parts.signature)]).length;
  const end = bytes.length - tail;
  const start = end - parts.contentBytes;
  return {
    parts,
    head: bytes.subarray(0, start),
    content: bytes.subarray(start, end),
    tail: bytes.subarray(end),
  };
}

const join = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** A statement that the forger changed and signed with his own key. */
function resign(parts: PackageParts, change: Record<string, unknown>): Uint8Array {
  const statement = { ...JSON.parse(new TextDecoder().decode(parts.signedBytes)), ...change };
  const signed = new TextEncoder().encode(JSON.stringify(statement));
  return join(framed(signed), framed(createSign('sha256').update(signed).sign(forger.signKey)));
}

describe('a forged package is refused', () => {
  it('when the content of another package of the same sender is put in', async () => {
    const [a, b] = [await cut(await seal('aa')), await cut(await seal('bbb'))];
    await expect(open(join(a.head, b.content, a.tail))).rejects.toMatchObject({
      code: 'PACKAGE_DIGEST_MISMATCH',
    });
    await expect(open(join(b.head, a.content, a.tail))).rejects.toMatchObject({
      code: 'PACKAGE_DIGEST_MISMATCH',
    });
  });

  it('when chunks are swapped, dropped or repeated', async () => {
    const { head, content, tail } = await cut(await seal('aa'));
    const chunk = 4 + 64 * 1024 + 16;
    const [one, two, rest] = [
      content.subarray(0, chunk),
      content.subarray(chunk, 2 * chunk),
      content.subarray(2 * chunk),
    ];
    for (const forged of [join(two, one, rest), join(one, rest), join(one, one, two, rest)]) {
      await expect(open(join(head, forged, tail))).rejects.toMatchObject({ code: 'PACKAGE_DIGEST_MISMATCH' });
    }
  });

  it('when another key signed it, under his own or under the sender certificate', async () => {
    const { parts, head, content } = await cut(await seal('aa'));
    const own = resign(parts, { certificate: Buffer.from(forger.signer.certificate).toString('base64') });
    await expect(open(join(head, content, own))).rejects.toMatchObject({ code: 'SENDER_UNEXPECTED' });
    await expect(open(join(head, content, resign(parts, {})))).rejects.toMatchObject({
      code: 'PACKAGE_SIGNATURE_INVALID',
    });
  });

  it('when the signature is empty, short or of another algorithm name', async () => {
    const { parts, head, content } = await cut(await seal('aa'));
    for (const signature of [new Uint8Array(0), parts.signature.subarray(1), new Uint8Array(128)]) {
      await expect(
        open(join(head, content, framed(parts.signedBytes), framed(signature))),
      ).rejects.toMatchObject({
        code: 'PACKAGE_SIGNATURE_INVALID',
      });
    }
    await expect(
      open(join(head, content, resign(parts, { signatureAlgorithm: 'none' }))),
    ).rejects.toMatchObject({
      code: 'PACKAGE_MALFORMED',
    });
  });

  it('when its sender or receiver is another than the statement says', async () => {
    const { parts, head, content, tail } = await cut(await seal('aa'));
    // Byte for byte, so that the length before the header still holds.
    const latin = (value: string) => Buffer.from(value).toString('latin1');
    const text = Buffer.from(head).toString('latin1');
    for (const [from, to] of [
      ['"code":"A"', '"code":"C"'],
      ['"name":"乙機關"', '"name":"丙機關"'],
      ['"id":"aa"', '"id":"zz"'],
    ] as const) {
      const changed = Buffer.from(text.replace(latin(from), latin(to)), 'latin1');
      expect(changed).toHaveLength(head.length);
      await expect(open(join(changed, content, tail))).rejects.toMatchObject({
        code: 'PACKAGE_DIGEST_MISMATCH',
      });
    }
    expect(parts.header.id).toBe('aa');
  });

  it('when the signing certificate is not valid at that time, or the checker refuses it', async () => {
    const bytes = await seal('aa');
    const source = bytesSource(bytes);
    const senderCertificates = [sender.signer.certificate];
    const late = verifyPackage(source, { senderCertificates, now: () => new Date('2050-01-01T00:00:00Z') });
    await expect(late).rejects.toMatchObject({ code: 'CERTIFICATE_REFUSED' });
    const early = verifyPackage(source, { senderCertificates, now: () => new Date('2020-01-01T00:00:00Z') });
    await expect(early).rejects.toMatchObject({ code: 'CERTIFICATE_REFUSED' });
    const revoked = verifyPackage(source, { checker: async () => ({ ok: false, issues: [] }), now });
    await expect(revoked).rejects.toMatchObject({ code: 'CERTIFICATE_REFUSED' });
  });

  it('and nothing is trusted by default', async () => {
    await expect(verifyPackage(bytesSource(await seal('aa')), { now })).rejects.toThrow(TypeError);
  });

  it('over its limits before anything is parsed', async () => {
    const { head } = await cut(await seal('aa'));
    const huge = head.slice();
    new DataView(huge.buffer).setUint32(huge.indexOf(10) + 1, 0x7fff_ffff);
    await expect(open(huge)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});

describe('sealing', () => {
  it('does not show the letter: no file name, subject or digest stands in the clear', async () => {
    const bytes = await seal('secret-id');
    const text = Buffer.from(bytes).toString('latin1');
    const digest = createHash('sha256').update(new Uint8Array(200_000).fill(9)).digest('hex');
    expect(text).not.toContain('a.bin');
    expect(text).not.toContain(digest);
  });

  it('is refused when a file changes its length while it is read', async () => {
    const content = { size: 10, open: () => bytesSource(new Uint8Array(11)).open() };
    const sealing = readAll(
      sealPackage({
        id: 'x',
        sender,
        recipients: [{ code: 'B', name: '乙', encryptionCertificate: receiver.decrypter.certificate }],
        files: [{ name: 'a', role: 'other', content }],
        envelope: { subject: 's' },
        signer: sender.signer,
      }),
    );
    await expect(sealing).rejects.toMatchObject({ code: 'FILE_CHANGED' });
  });

  it('opens for every one of several cards of a receiver', async () => {
    const second = makeOffice('B', '乙機關第二卡');
    const certificates = [receiver.decrypter.certificate, second.decrypter.certificate];
    const bytes = await readAll(
      sealPackage({
        id: 'x',
        sender,
        recipients: [{ code: 'B', name: '乙', encryptionCertificate: certificates }],
        files: [{ name: 'a', role: 'other', content: bytesSource(Uint8Array.of(1)) }],
        envelope: { subject: 's' },
        signer: sender.signer,
        now,
      }),
    );
    for (const { decrypter } of [receiver, second]) {
      const opened = await openPackageBytes(bytes, {
        decrypter,
        senderCertificates: [sender.signer.certificate],
        now,
      });
      expect(opened.files.map(({ name }) => name)).toEqual(['a']);
    }
  });
});

describe('profiles', () => {
  it('of jAgent refuse with an explanation and simulate nothing', () => {
    for (const call of [jagentProfile.seal, jagentProfile.verify, jagentProfile.open]) {
      // The adapter refuses before it looks at anything.
      expect(() => (call as () => unknown)()).toThrowError(
        expect.objectContaining({ code: 'PROFILE_UNAVAILABLE' }),
      );
    }
  });

  it('of other networks are plain values under a name of their own', () => {
    const own = defineProfile({ ...referenceProfile, name: 'own' });
    expect(own.name).toBe('own');
    expect(() => defineProfile(referenceProfile)).toThrow(TypeError);
  });
});
