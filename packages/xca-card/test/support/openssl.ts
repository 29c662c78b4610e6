import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePem } from '../../src/der/pem.ts';
import type { CertifiedKey } from '../../src/drivers/soft/gpki/organisation.ts';

/** The foreign judge, with a folder of its own. */
export interface OpenSsl {
  /** Runs openssl in the folder; gives what it printed. */
  run(...args: readonly string[]): Uint8Array;
  /** True when openssl ends well. */
  accepts(...args: readonly string[]): boolean;
  /** Whether openssl ends well, and what it complained about. */
  answer(...args: readonly string[]): { readonly accepted: boolean; readonly text: string };
  write(name: string, content: Uint8Array | string): string;
  read(name: string): Uint8Array;
  /** Writes key and certificate as `<name>.key` and `<name>.crt`. */
  writeKey(name: string, key: CertifiedKey): void;
  writeCertificates(name: string, certificates: readonly Uint8Array[]): string;
  close(): void;
}

export function openSsl(): OpenSsl {
  const folder = mkdtempSync(join(tmpdir(), 'xca-card-openssl-'));
  const write = (name: string, content: Uint8Array | string) => {
    writeFileSync(join(folder, name), content);
    return name;
  };
  const run = (...args: readonly string[]) =>
    new Uint8Array(
      execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 28 }),
    );
  const answer = (...args: readonly string[]) => {
    try {
      run(...args);
      return { accepted: true, text: '' };
    } catch (error) {
      // A status is openssl's own answer; anything else is a test that cannot run.
      if (error instanceof Error && 'status' in error && typeof error.status === 'number')
        return { accepted: false, text: 'stderr' in error ? String(error.stderr) : '' };
      throw error;
    }
  };
  return {
    run,
    write,
    answer,
    accepts: (...args) => answer(...args).accepted,
    read: (name) => new Uint8Array(readFileSync(join(folder, name))),
    writeKey: (name, { certificate, keys }) => {
      write(`${name}.key`, writePem('PRIVATE KEY', keys.pkcs8));
      write(`${name}.crt`, writePem('CERTIFICATE', certificate));
    },
    writeCertificates: (name, certificates) =>
      write(name, certificates.map((certificate) => writePem('CERTIFICATE', certificate)).join('')),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
