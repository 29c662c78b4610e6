import {
  constants,
  createHash,
  generateKeyPairSync,
  privateDecrypt,
  privateEncrypt,
  publicEncrypt,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestInfo } from '../../../src/card/digest-info.ts';
import { openOaep } from '../../../src/drivers/pkcs11/oaep.ts';
import { openPkcs1 } from '../../../src/drivers/pkcs11/pkcs1.ts';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rawBlock = (ciphertext: Uint8Array) =>
  new Uint8Array(privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, ciphertext));

describe('OAEP taken off a raw block (RFC 8017 §7.1.2)', () => {
  it.each(['sha1', 'sha256'] as const)('opens what OpenSSL wrapped with %s', (oaepHash) => {
    for (const length of [0, 1, 32, 86]) {
      const message = randomBytes(length);
      const wrapped = publicEncrypt(
        { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash },
        message,
      );
      expect(openOaep(rawBlock(wrapped), oaepHash)).toEqual(new Uint8Array(message));
    }
  });

  it('refuses a block in which any one byte was changed', () => {
    const scheme = { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    const block = rawBlock(publicEncrypt(scheme, Buffer.from('key')));
    for (let i = 0; i < block.length; i += 1) {
      const damaged = Uint8Array.from(block);
      damaged[i] = (damaged[i] ?? 0) ^ 0x01;
      const message = openOaep(damaged, 'sha256');
      // The last bytes are the message itself, which OAEP does not protect.
      if (i < block.length - 3) expect(message, `byte ${i}`).toBeUndefined();
    }
  });

  it('refuses the other hash, an empty block and PKCS#1 v1.5', () => {
    const scheme = { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };
    expect(openOaep(rawBlock(publicEncrypt(scheme, Buffer.from('key'))), 'sha256')).toBeUndefined();
    expect(openOaep(new Uint8Array(0), 'sha256')).toBeUndefined();
    const pkcs1 = publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_PADDING }, Buffer.from('key'));
    expect(openOaep(rawBlock(pkcs1), 'sha256')).toBeUndefined();
  });
});

describe('PKCS#1 v1.5 taken off a raw block (RFC 8017 §7.2.2)', () => {
  it('opens what OpenSSL wrapped and refuses other blocks', () => {
    const wrapped = publicEncrypt(
      { key: publicKey, padding: constants.RSA_PKCS1_PADDING },
      Buffer.from('key'),
    );
    expect(openPkcs1(rawBlock(wrapped))).toEqual(new Uint8Array(Buffer.from('key')));
    expect(openPkcs1(Uint8Array.of(0, 2, 1, 2, 3, 4, 5, 6, 7, 0, 9))).toBeUndefined();
    expect(openPkcs1(Uint8Array.of(0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 0, 9))).toBeUndefined();
    expect(openPkcs1(new Uint8Array(256).fill(2))).toBeUndefined();
  });
});

describe('own DigestInfo', () => {
  it.each([
    ['SHA-1', 'sha1'],
    ['SHA-256', 'sha256'],
    ['SHA-384', 'sha384'],
    ['SHA-512', 'sha512'],
  ] as const)('of %s, signed with bare PKCS#1 padding, is the signature OpenSSL makes', (name, node) => {
    const data = Buffer.from('檢送');
    const info = digestInfo(name, createHash(node).update(data).digest());
    const signature = privateEncrypt({ key: privateKey, padding: constants.RSA_PKCS1_PADDING }, info);
    expect(signature.equals(sign(node, data, privateKey))).toBe(true);
    expect(verify(node, data, publicKey, signature)).toBe(true);
  });
});
