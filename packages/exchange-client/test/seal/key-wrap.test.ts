import { execFileSync } from 'node:child_process';
import { createSecretKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import type { Decrypter } from '../../src/certificate/signer.ts';
import { bytesSource, readAll } from '../../src/seal/byte-source.ts';
import { createSharedWrapper, splitWrapped, unwrapShared } from '../../src/seal/key-wrap.ts';
import { openPackageBytes } from '../../src/seal/open-package.ts';
import { createOpenedKeys } from '../../src/seal/opened-keys.ts';
import { readParts } from '../../src/seal/read-parts.ts';
import { sealPackage } from '../../src/seal/seal-package.ts';
import { makeOffice } from '../fixture/identity.ts';
import { fakeClock } from '../fixture/network.ts';

const sender = makeOffice('Z10000000A', '嘉禾市政府');
const receiver = makeOffice('Z10000001B', '嘉禾市東禾區公所');
const content = new TextEncoder().encode('<函>測試</函>');

/** An office's decrypter that counts how often its card was asked. */
function counted(): Decrypter & { readonly asked: () => number } {
  let asked = 0;
  return {
    certificate: receiver.decrypter.certificate,
    decrypt(ciphertext, padding) {
      asked += 1;
      return receiver.decrypter.decrypt(ciphertext, padding);
    },
    asked: () => asked,
  };
}

function setUp({ packages = 1000 } = {}) {
  const clock = fakeClock();
  const wrapper = createSharedWrapper({ clock: clock.now, packages });
  const seal = (id: string) =>
    readAll(
      sealPackage({
        id,
        sender,
        recipients: [
          { code: receiver.code, name: receiver.name, encryptionCertificate: receiver.decrypter.certificate },
        ],
        files: [{ name: 'a.di', role: 'print', content: bytesSource(content) }],
        envelope: { subject: '測試' },
        signer: sender.signer,
        wrapper,
        now: clock.now,
      }),
    );
  const decrypter = counted();
  const openedKeys = createOpenedKeys({ clock: clock.now });
  const open = (bytes: Uint8Array, remembering = true) =>
    openPackageBytes(bytes, {
      decrypter,
      ...(remembering ? { openedKeys } : {}),
      senderCertificates: [sender.signer.certificate],
      now: clock.now,
    });
  return { clock, seal, open, decrypter };
}

describe('a key that packages to one certificate share', () => {
  it('asks the card once for all of them, also when they come at the same time', async () => {
    const { seal, open, decrypter } = setUp();
    const all = await Promise.all(['a', 'b', 'c', 'd'].map(seal));
    const opened = await Promise.all(all.map((bytes) => open(bytes)));
    for (const { files } of opened) expect(files[0]?.stored).toEqual(Buffer.from(content));
    expect(decrypter.asked()).toBe(1);
  });

  it('says in the header how the key lies there, and each package has a content key of its own', async () => {
    const { seal } = setUp();
    const [a, b] = await Promise.all(
      ['a', 'b'].map(async (id) => readParts(bytesSource(await seal(id)).open())),
    );
    expect(a?.header.keyWrap).toBe('RSA-OAEP-SHA-256+A256KW');
    expect(a?.header.esw).not.toBe(b?.header.esw);
  });

  it('opens without a memory too, then with the card each time', async () => {
    const { seal, open, decrypter } = setUp();
    for (const id of ['a', 'b']) expect((await open(await seal(id), false)).files).toHaveLength(1);
    expect(decrypter.asked()).toBe(2);
  });

  it('ends after its number of packages and after its time', async () => {
    const { clock, seal, open, decrypter } = setUp({ packages: 2 });
    for (const id of ['a', 'b', 'c']) await open(await seal(id));
    expect(decrypter.asked()).toBe(2);
    clock.advance(600_000);
    await open(await seal('d'));
    expect(decrypter.asked()).toBe(3);
  });

  it('is forgotten by the receiver after its time', async () => {
    const { clock, seal, open, decrypter } = setUp();
    const bytes = await seal('a');
    await open(bytes);
    clock.advance(900_000);
    await open(bytes);
    expect(decrypter.asked()).toBe(2);
  });

  it('asks the card again after a failure', async () => {
    const memory = createOpenedKeys();
    const wrapped = Uint8Array.of(1, 2, 3);
    await expect(memory.get(wrapped, () => Promise.reject(new Error('no card')))).rejects.toThrow('no card');
    const key = await memory.get(wrapped, async () => new Uint8Array(32));
    expect(key.symmetricKeySize).toBe(32);
  });

  it('refuses a content key that is not under it', () => {
    const shared = createSecretKey(new Uint8Array(32));
    for (const length of [0, 8, 39, 40, 48]) {
      expect(() => unwrapShared(shared, new Uint8Array(length))).toThrow();
    }
  });

  it('wraps as RFC 3394 has it (4.6), and openssl reads what we write', () => {
    const kek = Uint8Array.from({ length: 32 }, (_, index) => index);
    const vector = '28c9f404c4b810f4cbccb35cfb87f8263f5786e2d80ed326cbc7f0e71a99f43bfb988b9b7a02dd21';
    const data = '00112233445566778899aabbccddeeff000102030405060708090a0b0c0d0e0f';
    const plain = unwrapShared(createSecretKey(kek), Buffer.from(vector, 'hex'));
    expect(Buffer.from(plain).toString('hex')).toBe(data);

    const certificate = parseCertificate(receiver.decrypter.certificate);
    const wrapper = createSharedWrapper({ random: () => Uint8Array.from(kek) });
    const { tail } = splitWrapped(wrapper.wrap(certificate, Buffer.from(data, 'hex')), wrapper.method);
    const args = [
      'enc',
      '-d',
      '-id-aes256-wrap',
      '-K',
      Buffer.from(kek).toString('hex'),
      '-iv',
      'a6'.repeat(8),
    ];
    expect(execFileSync('openssl', args, { input: tail }).toString('hex')).toBe(data);
  });
});
