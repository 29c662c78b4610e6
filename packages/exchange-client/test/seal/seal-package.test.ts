import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource, readAll } from '../../src/seal/byte-source.ts';
import { openPackageBytes } from '../../src/seal/open-package.ts';
import { readParts } from '../../src/seal/read-parts.ts';
import { sealPackage } from '../../src/seal/seal-package.ts';
import type { SealRequest } from '../../src/seal/seal-request.ts';
import { makeOffice } from '../fixture/identity.ts';

const now = () => new Date('2026-11-23T02:00:00Z');
const sender = makeOffice('Z10000000A', '嘉禾市政府');
const first = makeOffice('Z10000001B', '嘉禾市東禾區公所');
const second = makeOffice('Z10000002C', '嘉禾市政府教育局');
const outsider = makeOffice('Z10000009X', '外人');

function request(files: SealRequest['files']): SealRequest {
  return {
    id: 'demo-0001',
    sender,
    recipients: [first, second].map((office) => ({
      code: office.code,
      name: office.name,
      encryptionCertificate: office.decrypter.certificate,
    })),
    files,
    envelope: { subject: '檢送計畫書1份，請查照。', expires: new Date('2026-12-01T15:59:59Z') },
    signer: sender.signer,
    now,
  };
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const letter = new TextEncoder().encode('<函>測試</函>');
const large = new Uint8Array(300_000).map((_, index) => index % 251);
const files: SealRequest['files'] = [
  { name: '1150001234.di', role: 'print', content: bytesSource(letter) },
  { name: '1150001234.sw', role: 'description', content: bytesSource(new Uint8Array(0)) },
  { name: '附件.pdf', role: 'other', content: bytesSource(large) },
];

async function sealed(): Promise<Uint8Array> {
  return readAll(sealPackage(request(files)));
}

describe('a sealed package', () => {
  it('opens for each receiver and gives every file back', async () => {
    const bytes = await sealed();
    for (const office of [first, second]) {
      const opened = await openPackageBytes(bytes, {
        decrypter: office.decrypter,
        senderCertificates: [sender.signer.certificate],
        now,
      });
      expect(opened.files.map((file) => [file.role, file.name, digestOf(file.stored)])).toEqual([
        ['print', '1150001234.di', digestOf(letter)],
        ['description', '1150001234.sw', digestOf(new Uint8Array(0))],
        ['other', '附件.pdf', digestOf(large)],
      ]);
      expect(opened.envelope.subject).toBe('檢送計畫書1份，請查照。');
      expect(opened.envelope.expires).toEqual(new Date('2026-12-01T15:59:59Z'));
    }
  });

  it('names itself a reference profile in its first bytes', async () => {
    const bytes = await sealed();
    expect(new TextDecoder().decode(bytes.subarray(0, 31))).toBe('KCC-REFERENCE-PROFILE-PACKAGE/1');
  });

  it('does not open for an office it was not sealed to', async () => {
    const options = { decrypter: outsider.decrypter, senderCertificates: [sender.signer.certificate], now };
    await expect(openPackageBytes(await sealed(), options)).rejects.toMatchObject({
      code: 'PACKAGE_NOT_FOR_US',
    });
  });

  it('is refused when another certificate is registered for the sender', async () => {
    const options = { decrypter: first.decrypter, senderCertificates: [outsider.signer.certificate], now };
    await expect(openPackageBytes(await sealed(), options)).rejects.toMatchObject({
      code: 'SENDER_UNEXPECTED',
    });
  });

  it('has a signature that openssl verifies over the statement', async () => {
    const parts = await readParts(bytesSource(await sealed()).open());
    const folder = mkdtempSync(join(tmpdir(), 'kcc-seal-'));
    try {
      const path = (name: string) => join(folder, name);
      writeFileSync(path('statement'), parts.signedBytes);
      writeFileSync(path('signature'), parts.signature);
      writeFileSync(path('certificate'), Buffer.from(parts.statement.certificate, 'base64'));
      const key = execFileSync('openssl', [
        'x509',
        '-inform',
        'DER',
        '-in',
        path('certificate'),
        '-pubkey',
        '-noout',
      ]);
      writeFileSync(path('key'), key);
      const args = [
        'dgst',
        '-sha256',
        '-verify',
        path('key'),
        '-signature',
        path('signature'),
        path('statement'),
      ];
      expect(execFileSync('openssl', args).toString()).toBe('Verified OK\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is refused after a change of any byte class', async () => {
    const bytes = await sealed();
    const options = { decrypter: first.decrypter, senderCertificates: [sender.signer.certificate], now };
    const step = Math.floor(bytes.length / 400);
    for (let place = 0; place < bytes.length; place += step) {
      const changed = bytes.slice();
      changed[place] = (changed[place] ?? 0) ^ 1;
      await expect(openPackageBytes(changed, options)).rejects.toMatchObject({ name: 'ExchangeError' });
    }
  });

  it('is refused when cut off anywhere or followed by anything', async () => {
    const bytes = await sealed();
    const options = { decrypter: first.decrypter, senderCertificates: [sender.signer.certificate], now };
    for (const length of [0, 10, 70, 500, bytes.length - 70_000, bytes.length - 1]) {
      const cut = openPackageBytes(bytes.slice(0, length), options);
      await expect(cut).rejects.toMatchObject({ code: 'PACKAGE_MALFORMED' });
    }
    const longer = new Uint8Array([...bytes, 0]);
    await expect(openPackageBytes(longer, options)).rejects.toMatchObject({ code: 'PACKAGE_MALFORMED' });
  });
});
