// Looks a certificate up in a CRL of 412,000 entries, the size of the largest list of GPKI, signature included.
// Run: node --conditions=@kcc/source --import tsx bench/cms/large-crl.ts

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { toHex } from '../../src/der/bytes.ts';
import { issuerOf } from '../../src/drivers/soft/gpki/test-gpki.ts';
import { buildCrl, createTestGpki } from '../../src/drivers/soft/index.ts';

const ENTRIES = 412_000;

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
await build({
  entryPoints: [fileURLToPath(new URL('./crl-look-up.ts', import.meta.url))],
  outfile: join(place, 'look-up.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['@kcc/source'],
  logLevel: 'warning',
});
const serials = [ENTRIES - 1, ENTRIES + 7].map((index) => toHex(serialOf(index)));
const answer = spawnSync(process.execPath, [join(place, 'look-up.mjs'), place, ...serials]);
rmSync(place, { recursive: true });
console.log(
  `${ENTRIES} entries, ${(der.length / 1e6).toFixed(1)} MB`,
  String(answer.stdout),
  String(answer.stderr),
);

function serialOf(index: number): Uint8Array {
  const bytes = new Uint8Array(16).fill(0x11);
  new DataView(bytes.buffer).setUint32(12, index);
  return bytes;
}
