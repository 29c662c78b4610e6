// Signs a file of 1 GB detached, beside `openssl cms -sign -binary` on the same file.
// Run: node --conditions=@kcc/source --import tsx bench/cms/large-file.ts [MEGABYTES]
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromBase64, toBase64 } from '../../src/der/bytes.ts';
import { writePem } from '../../src/der/pem.ts';

const [mode = '1024', folder = ''] = process.argv.slice(2);

if (mode === 'sign' || mode === 'verify') {
  const files = await import('../../src/files/index.ts');
  const { createKeyOperations } = await import('../../src/drivers/soft/key-operations.ts');
  const kept: Record<'pkcs8' | 'certificate' | 'issuer' | 'root', string> = JSON.parse(
    readFileSync(join(folder, 'key.json'), 'utf8'),
  );
  const pkcs8 = fromBase64(kept.pkcs8);
  const keys = createKeyOperations({ sign: pkcs8, exchange: pkcs8 });
  const signer = { certificate: fromBase64(kept.certificate), sign: keys.sign };
  const started = performance.now();
  if (mode === 'sign') {
    const signature = await files.signFile(join(folder, 'content'), {
      ...signer,
      sign: (data) => keys.sign(data, 'SHA-256'),
    });
    writeFileSync(join(folder, 'ours.p7s'), signature);
  } else {
    const trust = { anchors: [fromBase64(kept.root)], intermediates: [fromBase64(kept.issuer)] };
    const result = await files.verifyFile(join(folder, 'ours.p7s'), {
      trust,
      contentPath: join(folder, 'content'),
    });
    if (!result.valid) throw new Error('not valid');
  }
  const ms = Math.round(performance.now() - started);
  console.log(JSON.stringify({ ms, rssMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
} else {
  const place = mkdtempSync(join(tmpdir(), 'xca-card-large-'));
  try {
    await compare(place, Number(mode));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function compare(place: string, megabytes: number): Promise<void> {
  const { createTestGpki, issueOrganisation } = await import('../../src/drivers/soft/index.ts');
  const gpki = await createTestGpki();
  const { sign } = await issueOrganisation(
    gpki,
    { name: '測試機關' },
    { notBefore: new Date(Date.now() - 60_000) },
  );
  const [, root = new Uint8Array()] = gpki.anchors;
  const stored = {
    pkcs8: toBase64(sign.keys.pkcs8),
    certificate: toBase64(sign.certificate),
    issuer: toBase64(gpki.authorities.xca.certificate),
    root: toBase64(root),
  };
  writeFileSync(join(place, 'key.json'), JSON.stringify(stored));
  writeFileSync(join(place, 'sign.key'), writePem('PRIVATE KEY', sign.keys.pkcs8));
  writeFileSync(join(place, 'sign.crt'), writePem('CERTIFICATE', sign.certificate));
  writeFileSync(
    join(place, 'anchors.pem'),
    [...gpki.anchors, gpki.authorities.xca.certificate].map((der) => writePem('CERTIFICATE', der)).join(''),
  );
  const file = openSync(join(place, 'content'), 'w');
  const block = Buffer.alloc(1 << 20, 0x5a);
  for (let index = 0; index < megabytes; index++) writeSync(file, block);
  closeSync(file);
  const openssl = (...args: readonly string[]) => spawnSync('openssl', ['cms', ...args], { cwd: place });
  const run = (name: string) =>
    spawnSync(process.execPath, [...process.execArgv, import.meta.filename, name, place])
      .stdout.toString()
      .trim();
  const times: { openssl: number[]; ours: number[] } = { openssl: [], ours: [] };
  for (let round = 1; round <= 5; round++) {
    const started = performance.now();
    openssl(
      '-sign',
      '-binary',
      '-in',
      'content',
      '-outform',
      'DER',
      '-out',
      'theirs.p7s',
      '-signer',
      'sign.crt',
      '-inkey',
      'sign.key',
    );
    times.openssl.push(Math.round(performance.now() - started));
    const ours = run('sign');
    times.ours.push(Number(/"ms":(\d+)/.exec(ours)?.[1]));
    console.log(`round ${round}: openssl ${times.openssl.at(-1)} ms, ours ${ours}`);
  }
  const [theirs, best] = [Math.min(...times.openssl), Math.min(...times.ours)];
  console.log(`fastest: openssl ${theirs} ms, ours ${best} ms, ${(theirs / best).toFixed(2)} × its speed`);
  const judged = openssl(
    '-verify',
    '-binary',
    '-inform',
    'DER',
    '-in',
    'ours.p7s',
    '-content',
    'content',
    '-CAfile',
    'anchors.pem',
    '-out',
    '/dev/null',
  );
  console.log(`openssl verifies ours: ${judged.status === 0}; we verify: ${run('verify')}`);
}
