// Looks a certificate up in a CRL of 412,000 entries, the size of the largest list of GPKI, signature included.
// Run: node --conditions=@kcc/source --import tsx bench/cms/large-crl.ts

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCertificate } from '../../src/certificate/index.ts';
import { openCrlFile } from '../../src/files/index.ts';

const ENTRIES = 412_000;
const [mode, folder = ''] = process.argv.slice(2);

if (mode === 'look-up') {
  const started = performance.now();
  const crl = await openCrlFile(join(folder, 'list.crl'));
  const issuer = parseCertificate(new Uint8Array(readFileSync(join(folder, 'issuer.crt'))));
  const signed = await crl.isSignedBy(issuer.publicKey);
  const last = await crl.find(serialOf(ENTRIES - 1), crl.issuer);
  const absent = await crl.find(serialOf(ENTRIES + 7), crl.issuer);
  const ms = Math.round(performance.now() - started);
  // The peak of a process counts its parent's from before it began; the parent here is large.
  const rssMb = Math.round(
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024,
  );
  console.log(JSON.stringify({ signed, found: last !== undefined, absent: absent === undefined, ms, rssMb }));
} else {
  const { buildCrl, createTestGpki } = await import('../../src/drivers/soft/index.ts');
  const { issuerOf } = await import('../../src/drivers/soft/gpki/test-gpki.ts');
  const gpki = await createTestGpki();
  const now = new Date();
  const entries = Array.from({ length: ENTRIES }, (_, index) => ({
    serial: serialOf(index),
    revokedAt: now,
    reason: 'superseded' as const,
  }));
  const place = mkdtempSync(join(tmpdir(), 'xca-card-crl-'));
  const der = await buildCrl(
    { thisUpdate: now, nextUpdate: new Date(now.getTime() + 86_400_000), entries },
    issuerOf(gpki, 'xca'),
  );
  writeFileSync(join(place, 'list.crl'), der);
  writeFileSync(join(place, 'issuer.crt'), gpki.authorities.xca.certificate);
  const args = [...process.execArgv, import.meta.filename, 'look-up', place];
  console.log(
    `${ENTRIES} entries, ${(der.length / 1e6).toFixed(1)} MB`,
    spawnSync(process.execPath, args).stdout.toString().trim(),
  );
}

function serialOf(index: number): Uint8Array {
  const bytes = new Uint8Array(16).fill(0x11);
  new DataView(bytes.buffer).setUint32(12, index);
  return bytes;
}
