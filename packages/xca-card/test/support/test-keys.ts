import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A key pair with its certificate, as files and bytes. */
export interface TestIdentity {
  readonly keyPem: string;
  readonly keyDer: string;
  readonly certificateDer: string;
  readonly certificate: Uint8Array;
}

/** The objects of a card: both key pairs, and the authorities above them. */
export interface TestCardFiles {
  readonly sign: TestIdentity;
  readonly exchange: TestIdentity;
  /** A third-generation authority: it has digitalSignature, which must not make it a signer. */
  readonly authority: TestIdentity;
  readonly root: TestIdentity;
}

/** Made on this machine by an earlier test run; never part of the repository. */
const KEPT = join(import.meta.dirname, '../../node_modules/.cache/test-card');
const KEPT_MS = 30 * 86_400_000;

/** The objects of a fictitious organisation card; making them takes openssl a second or more, so they are kept. */
export function testCardFiles(): TestCardFiles {
  if (!existsSync(KEPT) || Date.now() - statSync(KEPT).mtimeMs > KEPT_MS) {
    const fresh = `${KEPT}.${process.pid}`;
    mkdirSync(fresh, { recursive: true });
    makeCardFiles(fresh);
    rmSync(KEPT, { recursive: true, force: true });
    try {
      renameSync(fresh, KEPT);
    } catch (error) {
      // Another test process was quicker; its files are as good.
      if (!existsSync(KEPT)) throw error;
      rmSync(fresh, { recursive: true });
    }
  }
  return {
    root: identity(KEPT, 'root'),
    authority: identity(KEPT, 'ca'),
    sign: identity(KEPT, 'sign'),
    exchange: identity(KEPT, 'exchange'),
  };
}

/** Makes the objects of a fictitious organisation card with openssl. */
function makeCardFiles(folder: string, organisation = '測試鎮公所'): TestCardFiles {
  const subject = `/C=TW/L=測試縣/L=測試鎮/O=${organisation}`;
  const root = issue(folder, 'root', '/C=TW/O=Test Government Root', ['CA:TRUE', 'keyCertSign,cRLSign']);
  const authority = issue(
    folder,
    'ca',
    '/C=TW/O=行政院/OU=測試組織及團體憑證管理中心',
    ['CA:TRUE,pathlen:0', 'digitalSignature,keyCertSign,cRLSign'],
    'root',
  );
  const sign = issue(folder, 'sign', subject, ['CA:FALSE', 'digitalSignature'], 'ca');
  const exchange = issue(folder, 'exchange', subject, ['CA:FALSE', 'keyEncipherment,dataEncipherment'], 'ca');
  return { sign, exchange, authority, root };
}

function issue(
  folder: string,
  name: string,
  subject: string,
  [constraints, usage]: readonly [string, string],
  issuer?: string,
): TestIdentity {
  const path = (suffix: string) => join(folder, `${name}${suffix}`);
  const config = path('.cnf');
  writeFileSync(config, '[req]\ndistinguished_name=dn\n[dn]\n');
  const by =
    issuer === undefined
      ? []
      : ['-CA', join(folder, `${issuer}.pem`), '-CAkey', join(folder, `${issuer}.key`)];
  run('openssl', [
    ...['req', '-x509', '-config', config, '-utf8', '-newkey', 'rsa:2048', '-nodes', '-keyout', path('.key')],
    ...['-subj', subject, '-days', '2190', '-sha256', '-out', path('.pem'), ...by],
    ...['-addext', `basicConstraints=critical,${constraints}`, '-addext', `keyUsage=critical,${usage}`],
  ]);
  run('openssl', ['x509', '-in', path('.pem'), '-outform', 'DER', '-out', path('.cer')]);
  run('openssl', ['rsa', '-in', path('.key'), '-outform', 'DER', '-out', path('.der')]);
  return identity(folder, name);
}

function identity(folder: string, name: string): TestIdentity {
  const path = (suffix: string) => join(folder, `${name}${suffix}`);
  return {
    keyPem: readFileSync(path('.key'), 'utf8'),
    keyDer: path('.der'),
    certificateDer: path('.cer'),
    certificate: new Uint8Array(readFileSync(path('.cer'))),
  };
}

export function run(program: string, args: readonly string[], env: Record<string, string> = {}): Buffer {
  return execFileSync(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}
