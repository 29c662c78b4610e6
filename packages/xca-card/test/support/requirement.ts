import { existsSync } from 'node:fs';

/** A foreign program that a test needs: its Debian package and the file that shows that it is there. */
export interface Requirement {
  readonly package: string;
  readonly file: string;
}

export const SOFTHSM: Requirement = { package: 'softhsm2', file: '/usr/lib/softhsm/libsofthsm2.so' };
export const OPENSC: Requirement = { package: 'opensc', file: '/usr/bin/pkcs11-tool' };
export const OPENSC_MODULE: Requirement = {
  package: 'opensc-pkcs11',
  file: `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/opensc-pkcs11.so`,
};
export const PCSCD: Requirement = { package: 'pcscd', file: '/usr/sbin/pcscd' };
export const VPCD: Requirement = {
  package: 'vsmartcard-vpcd',
  file: '/usr/lib/pcsc/drivers/serial/libifdvpcd.so',
};
export const CHROMIUM: Requirement = { package: 'chromium', file: '/usr/bin/chromium' };
export const OPENSSL: Requirement = { package: 'openssl', file: '/usr/bin/openssl' };

/** Reason to leave a test out, said by `KCC_WITHOUT` (comma list of packages). */
export function leftOut(...requirements: readonly Requirement[]): string | undefined {
  const without = (process.env.KCC_WITHOUT ?? '').split(',');
  const named = requirements.find((requirement) => without.includes(requirement.package));
  return named === undefined ? undefined : `left out by KCC_WITHOUT: ${named.package}`;
}

/** Fails with the name of the Debian package that is missing. */
export function need(...requirements: readonly Requirement[]): void {
  const missing = requirements
    .filter(({ file }) => !existsSync(file))
    .map((requirement) => requirement.package);
  if (missing.length > 0)
    throw new Error(`Debian packages are missing: ${missing.join(' ')} (see KCC_WITHOUT)`);
}
