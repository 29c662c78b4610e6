// The foreign programs that the tests use as judges, and the Debian packages that bring them.
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { hasProgram, nodeHeaders, root, run } from './run.mjs';

const found = (pattern, folder) =>
  existsSync(folder) && readdirSync(folder).some((name) => pattern.test(name));
const inLibraries = (pattern) =>
  [
    '/usr/lib/softhsm',
    '/usr/lib/x86_64-linux-gnu',
    '/usr/lib/aarch64-linux-gnu',
    '/usr/lib/x86_64-linux-gnu/softhsm',
    '/usr/lib/aarch64-linux-gnu/softhsm',
  ].some((folder) => found(pattern, folder));

/** Name for `--without` → whether it is there, the packages that bring it, and the names under which tests know it. */
export const PROGRAMS = {
  openssl: { packages: ['openssl'], present: () => hasProgram('openssl') },
  xmllint: { packages: ['libxml2-utils'], present: () => hasProgram('xmllint') },
  softhsm: {
    packages: ['softhsm2', 'opensc', 'opensc-pkcs11'],
    present: () =>
      hasProgram('softhsm2-util') && hasProgram('pkcs11-tool') && inLibraries(/^libsofthsm2\.so/),
  },
  vpcd: {
    packages: ['pcscd', 'vsmartcard-vpcd', 'opensc', 'opensc-pkcs11', 'iproute2', 'util-linux'],
    names: ['pcscd', 'vsmartcard-vpcd'],
    present: () => hasProgram('pcscd') && hasProgram('ip') && found(/vpcd/, '/usr/lib/pcsc/drivers/serial'),
  },
  poppler: {
    packages: ['poppler-utils'],
    present: () => hasProgram('pdftotext') && hasProgram('pdffonts'),
  },
  libreoffice: {
    packages: [
      'libreoffice-writer-nogui',
      'fonts-cns11643-kai',
      'fonts-liberation',
      'fontconfig',
      'python3-odf',
    ],
    names: ['libreoffice-writer-nogui', 'libreoffice-writer', 'python3-odf'],
    present: () =>
      hasProgram('soffice') &&
      hasProgram('fc-match') &&
      existsSync('/usr/share/fonts/truetype/cns11643') &&
      existsSync('/usr/lib/python3/dist-packages/odf'),
  },
  chromium: { packages: ['chromium'], present: () => hasProgram('chromium') },
  strace: { packages: ['strace'], present: () => hasProgram('strace') },
  postgresql: { packages: ['postgresql'], present: () => found(/^\d+$/, '/usr/lib/postgresql') },
  compiler: {
    packages: ['g++', 'make', 'python3'],
    present: () => pkcs11Built() || ['g++', 'make', 'python3'].every(hasProgram),
  },
};

/** The names that tests look for when parts are left out. */
export function namesOf(without) {
  return [
    ...new Set(without.flatMap((name) => [name, ...(PROGRAMS[name].names ?? PROGRAMS[name].packages)])),
  ];
}

/** True when the native PKCS#11 binding has been compiled in this checkout. */
export function pkcs11Built() {
  try {
    createRequire(join(root, 'packages', 'xca-card', 'package.json'))('pkcs11js');
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs what is missing when this machine allows it (apt-get, and root or a sudo that asks nothing).
 *
 * @returns What is still missing, one sentence each; empty when all is there.
 */
export async function installMissing(without) {
  const wanted = Object.entries(PROGRAMS).filter(([name]) => !without.includes(name));
  const missing = wanted.filter(([, program]) => !program.present());
  if (missing.length === 0) return headerProblem(without);
  const packages = [...new Set(missing.flatMap(([, program]) => program.packages))];
  const prefix = await rootPrefix();
  if (prefix && hasProgram('apt-get')) {
    console.log(`安裝 Debian 套件：${packages.join(' ')}`);
    const [command, ...before] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
    await run(command, [...before, 'update', '-q'], { quiet: true });
    const { code, output } = await run(
      command,
      [...before, 'install', '-y', '-q', '--no-install-recommends', ...packages],
      { quiet: true },
    );
    if (code !== 0) console.log(output.slice(-3000));
  }
  const still = missing.filter(([, program]) => !program.present());
  return [
    ...still.map(
      ([name, program]) =>
        `缺少 ${name}：請安裝 ${program.packages.join(' ')}（sudo apt-get install …），或加 --without ${name}`,
    ),
    ...headerProblem(without),
  ];
}

function headerProblem(without) {
  if (without.includes('compiler') || pkcs11Built() || nodeHeaders()) return [];
  return [
    '找不到 Node 標頭檔（node_api.h），無法編譯 pkcs11js：設定 npm_config_nodedir，或加 --without compiler',
  ];
}

async function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (!hasProgram('sudo')) return undefined;
  const { code } = await run('sudo', ['-n', 'true'], { quiet: true });
  return code === 0 ? ['sudo', '-n'] : undefined;
}
