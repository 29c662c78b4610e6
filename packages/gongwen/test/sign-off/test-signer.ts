import { execFileSync } from 'node:child_process';
import { createPrivateKey, createSign } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SignOffSigner } from '../../src/sign-off/model.ts';

/** A signer with a fresh self-signed certificate that openssl made. */
export function opensslSigner(kind: 'rsa' | 'ec'): SignOffSigner {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-signer-'));
  try {
    const newKey = kind === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
    const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.der'), '-outform', 'DER'];
    const about = ['-nodes', '-days', '2', '-subj', '/CN=test'];
    execFileSync('openssl', ['req', '-x509', '-newkey', ...newKey, ...about, ...files], { stdio: 'pipe' });
    const key = createPrivateKey(readFileSync(join(folder, 'key.pem')));
    return {
      certificate: new Uint8Array(readFileSync(join(folder, 'cert.der'))),
      sign: async (data) =>
        new Uint8Array(createSign('sha256').update(data).sign({ key, dsaEncoding: 'ieee-p1363' })),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
