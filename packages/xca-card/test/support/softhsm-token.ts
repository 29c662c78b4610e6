import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { need, OPENSC, OPENSSL, SOFTHSM } from './requirement.ts';
import { run, type TestCardFiles, type TestIdentity, testCardFiles } from './test-keys.ts';

/** A SoftHSM2 token in a folder of its own that looks like an organisation card. */
export interface SoftHsmToken {
  readonly module: string;
  readonly env: Readonly<Record<string, string>>;
  readonly pin: string;
  readonly label: string;
  readonly files: TestCardFiles;
  /** Another token in the same folder. */
  addToken(label: string): void;
  destroy(): void;
}

const PIN = '246802';

export function createSoftHsmToken(): SoftHsmToken {
  need(SOFTHSM, OPENSC, OPENSSL);
  const folder = mkdtempSync(join(tmpdir(), 'kcc-softhsm-'));
  const tokens = join(folder, 'tokens');
  mkdirSync(tokens);
  const config = join(folder, 'softhsm2.conf');
  writeFileSync(config, `directories.tokendir = ${tokens}\nobjectstore.backend = file\nlog.level = ERROR\n`);
  const env = { SOFTHSM2_CONF: config };
  const files = testCardFiles();
  const addToken = (label: string) => {
    run(
      'softhsm2-util',
      ['--init-token', '--free', '--label', label, '--pin', PIN, '--so-pin', '13579086'],
      env,
    );
    const write = (file: string, type: string, id: string, name: string) =>
      run(
        'pkcs11-tool',
        [
          ...['--module', SOFTHSM.file, '--token-label', label, '--login', '--pin', PIN],
          ...[
            '--write-object',
            file,
            '--type',
            type,
            '--id',
            Buffer.from(id).toString('hex'),
            '--label',
            name,
          ],
        ],
        env,
      );
    const pair = (identity: TestIdentity, id: string, name: string) => {
      write(identity.keyDer, 'privkey', id, 'k1');
      write(identity.certificateDer, 'cert', id, name);
    };
    write(files.authority.certificateDer, 'cert', 'CACert', 'CA Cert');
    write(files.root.certificateDer, 'cert', 'ROOTCACert', 'ROOT CA Cert');
    pair(files.exchange, 'KEYX', 'cert2');
    pair(files.sign, 'SIGN', 'cert1');
  };
  addToken('HiCOS PKI Smart Card');
  return {
    module: SOFTHSM.file,
    env,
    pin: PIN,
    label: 'HiCOS PKI Smart Card',
    files,
    addToken,
    destroy: () => rmSync(folder, { recursive: true, force: true }),
  };
}
