import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import { parseCrl } from '../../src/certificate/revocation/crl.ts';
import { findInCrl } from '../../src/certificate/revocation/crl-scan.ts';
import { CMS_OID } from '../../src/cms/oids.ts';
import { signCms } from '../../src/cms/sign.ts';
import { verifyCms } from '../../src/cms/verify.ts';
import { writePem } from '../../src/der/pem.ts';
import { explicit, octetString, oid, sequence, setOf, smallInteger } from '../../src/der/write.ts';
import { buildCrl } from '../../src/drivers/soft/gpki/crl-writer.ts';
import { issuerOf } from '../../src/drivers/soft/gpki/test-gpki.ts';
import {
  loadCrls,
  loadTrust,
  openCrlFile,
  signFile,
  signFileAttached,
  verifyFile,
} from '../../src/files/index.ts';
import { root } from '../support/forge.ts';
import { forgeCrl } from '../support/forge-crl.ts';
import { softwareKeys } from '../support/software-signer.ts';
import { NOW, testGpki, testOrganisation, utf8, withFolder } from '../support/world.ts';

const gpki = await testGpki();
const organisation = await testOrganisation();
const { signer } = softwareKeys(organisation, [gpki.authorities.xca.certificate]);
const trust = { anchors: gpki.anchors, intermediates: gpki.intermediates };
const at = NOW;
const signing = { signingTime: NOW };

/** A file of 3 MB that is not a multiple of anything. */
const content = new Uint8Array(3_000_017).map((_, index) => (index * 31) & 0xff);

describe('files of any size', () => {
  it('are signed detached and verified without being loaded', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'content');
      writeFileSync(path, content);
      const signature = await signFile(path, signer, signing);
      writeFileSync(join(folder, 'sig'), signature);
      expect(await verifyCms(signature, { trust, at, content })).toMatchObject({ valid: true });
      expect(await verifyFile(join(folder, 'sig'), { trust, at, contentPath: path })).toMatchObject({
        valid: true,
      });
      const changed = content.slice();
      changed[2_000_000] = 1;
      writeFileSync(path, changed);
      const result = await verifyFile(join(folder, 'sig'), { trust, at, contentPath: path });
      expect(result.valid).toBe(false);
      expect(result.issues.map(({ code }) => code)).toContain('CMS_DIGEST_MISMATCH');
    });
  });

  it('are signed attached, and the message is verified in place, DER, BER and PEM', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'content');
      writeFileSync(path, content);
      const der = await signCms(content, signer, signing);
      await signFileAttached(path, join(folder, 'ber'), signer, signing);
      writeFileSync(join(folder, 'der'), der);
      writeFileSync(join(folder, 'pem'), writePem('CMS', der));
      for (const name of ['ber', 'der', 'pem']) {
        const message = join(folder, name);
        expect(await verifyFile(message, { trust, at })).toMatchObject({ valid: true, grade: 'limited' });
        expect(await verifyFile(message, { trust, at, contentPath: path })).toMatchObject({ valid: true });
        const inMemory = await verifyCms(new Uint8Array(await readFile(message)), { trust, at });
        expect(inMemory.valid).toBe(true);
        expect(Buffer.from(inMemory.content ?? []).equals(content)).toBe(true);
      }
      writeFileSync(path, utf8('other'));
      const result = await verifyFile(join(folder, 'ber'), { trust, at, contentPath: path });
      expect(result.issues.map(({ code }) => code)).toContain('CMS_CONTENT_DIFFERS');
    });
  });

  it('leave nothing behind when the card fails', async () => {
    await withFolder(async (folder) => {
      writeFileSync(join(folder, 'content'), content);
      const failing = { ...signer, sign: () => Promise.reject(new RangeError('card')) };
      await expect(
        signFileAttached(join(folder, 'content'), join(folder, 'out'), failing, signing),
      ).rejects.toThrow('card');
      const { readdirSync } = await import('node:fs');
      expect(readdirSync(folder)).toEqual(['content']);
    });
  });

  it('that are truncated or something else give a coded error', async () => {
    await withFolder(async (folder) => {
      const der = await signCms(utf8('主旨'), signer, signing);
      for (const [index, bytes] of [
        new Uint8Array(),
        utf8('PK'),
        der.subarray(0, 40),
        der.subarray(0, -1),
      ].entries()) {
        const path = join(folder, String(index));
        writeFileSync(path, bytes);
        await expect(verifyFile(path, { trust, at })).rejects.toMatchObject({ code: 'CMS_MALFORMED' });
      }
    });
  });
});

describe('openCrlFile', () => {
  it('answers as the list in memory does, across the pieces it reads', async () => {
    await withFolder(async (folder) => {
      const serial = (index: number) => {
        const bytes = new Uint8Array(16).fill(0x11);
        new DataView(bytes.buffer).setUint32(12, index);
        return bytes;
      };
      const count = 60_000;
      const entries = Array.from({ length: count }, (_, index) => ({
        serial: serial(index),
        revokedAt: NOW,
        ...(index % 3 === 0 && { reason: 'superseded' as const }),
      }));
      const nextUpdate = new Date(NOW.getTime() + 86_400_000);
      const der = await buildCrl({ thisUpdate: NOW, nextUpdate, entries }, issuerOf(gpki, 'xca'));
      writeFileSync(join(folder, 'large.crl'), der);
      const [list] = await loadCrls(folder);
      if (!list || list instanceof Uint8Array) throw new Error('a large list was loaded into memory');
      const memory = parseCrl(der);
      for (const index of [0, 1, 21_000, 21_399, 42_000, count - 1, count, count + 5]) {
        expect(await list.find(serial(index), list.issuer)).toEqual(
          findInCrl(memory, serial(index), memory.issuer),
        );
      }
      expect(await list.isSignedBy(parseCertificate(gpki.authorities.xca.certificate).publicKey)).toBe(true);
      expect(await list.isSignedBy(parseCertificate(gpki.authorities.gca.certificate).publicKey)).toBe(false);
      expect(list).toMatchObject({ thisUpdate: NOW, nextUpdate, number: '01' });
      writeFileSync(join(folder, 'large.crl'), der.subarray(0, -1));
      await expect(loadCrls(folder)).rejects.toMatchObject({ code: 'CRL_MALFORMED' });
    });
  });
});

describe('openCrlFile of a list with an EC signature', () => {
  it('verifies it, and calls nobody good when an entry cannot be read wholly', async () => {
    await withFolder(async (folder) => {
      const issuer = await root([['O', 'EC']]);
      const strange = { oid: '1.2.3.4', critical: true, value: octetString(Uint8Array.of(1)) };
      const entries = [{ serial: Uint8Array.of(1), extensions: [strange] }, { serial: Uint8Array.of(2) }];
      writeFileSync(join(folder, 'ec.crl'), await forgeCrl(issuer, { entries }));
      const list = await openCrlFile(join(folder, 'ec.crl'));
      expect(await list.isSignedBy(parseCertificate(issuer.certificate).publicKey)).toBe(true);
      expect(await list.isSignedBy(parseCertificate((await root([['O', 'EC']])).certificate).publicKey)).toBe(
        false,
      );
      expect(await list.find(Uint8Array.of(2), list.issuer)).toMatchObject({ reason: 'unspecified' });
      await expect(list.find(Uint8Array.of(3), list.issuer)).rejects.toThrow('unknown critical extension');
    });
  });
});

describe('loadTrust and loadCrls', () => {
  it('take DER, PEM with several blocks and p7b bundles; only self-signed certificates become anchors', async () => {
    await withFolder(async (folder) => {
      const [g1, g2, g3] = gpki.anchors;
      if (!g1 || !g2 || !g3) throw new Error('three roots');
      writeFileSync(join(folder, 'g1.cer'), g1);
      writeFileSync(join(folder, 'g2g3.pem'), writePem('CERTIFICATE', g2) + writePem('CERTIFICATE', g3));
      const bundle = sequence(
        oid(CMS_OID.signedData),
        explicit(
          0,
          sequence(
            smallInteger(1),
            setOf(),
            sequence(oid(CMS_OID.data)),
            explicit(0, ...gpki.intermediates),
            setOf(),
          ),
        ),
      );
      writeFileSync(join(folder, 'IssuedToThisCA.p7b'), bundle);
      writeFileSync(join(folder, 'notes.txt'), 'not a certificate');
      const loaded = await loadTrust(folder);
      expect(loaded.anchors).toHaveLength(3);
      expect(loaded.intermediates.map(({ der }) => new Uint8Array(der))).toEqual(gpki.intermediates);
      expect((await loadTrust(join(folder, 'g1.cer'))).anchors).toHaveLength(1);
      expect(await loadCrls(folder)).toEqual([]);
    });
  });

  it('refuse a damaged certificate by name of the code', async () => {
    await withFolder(async (folder) => {
      writeFileSync(
        join(folder, 'bad.crt'),
        utf8('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'),
      );
      await expect(loadTrust(folder)).rejects.toMatchObject({ code: 'CERTIFICATE_MALFORMED' });
    });
  });
});
