import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Port on which pages expect the service. */
export const DEFAULT_PORT = 61161;

/** What the command line says. */
export interface SignerSettings {
  readonly driver: 'soft' | 'pkcs11';
  /** Folder of the simulated card. */
  readonly store: string;
  readonly module?: string;
  readonly slot?: number;
  /** 0 takes any free one. */
  readonly port: number;
  readonly allow: readonly string[];
  readonly allowFile: string;
  readonly audit: string;
  /** Whether programs that are no browser may ask. */
  readonly programs: boolean;
}

export const USAGE = `用法：signer [選項]
開發用的本機簽章服務（替身，不是官方 HiPKI 跨平台網頁元件）。

  --driver soft|pkcs11   卡片來源，預設 soft（模擬卡）
  --store DIR            模擬卡資料夾，預設與 kcc 相同
  --module PATH          PKCS#11 模組
  --slot N               PKCS#11 插槽
  --port N               埠號，預設 ${DEFAULT_PORT}；0 為任一可用埠
  --allow ORIGIN         允許的網站來源，可重複，如 http://localhost:5173
  --allow-file FILE      允許來源清單，一行一個
  --audit FILE           稽核紀錄（JSON lines）
  --no-programs          拒絕瀏覽器以外的程式
  --help                 顯示本說明
`;

/** Reads the arguments; undefined when the help was asked for. @throws TypeError */
export function readSettings(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): SignerSettings | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      driver: { type: 'string', default: 'soft' },
      store: { type: 'string' },
      module: { type: 'string' },
      slot: { type: 'string' },
      port: { type: 'string', default: String(DEFAULT_PORT) },
      allow: { type: 'string', multiple: true, default: [] },
      'allow-file': { type: 'string' },
      audit: { type: 'string' },
      'no-programs': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const { driver, module, slot } = values;
  if (driver !== 'soft' && driver !== 'pkcs11')
    throw new TypeError(`--driver 應為 soft 或 pkcs11：${driver}`);
  const folder = join(dataFolder(env), 'kcc');
  return {
    driver,
    store: resolve(values.store ?? join(folder, 'card')),
    ...(module === undefined ? {} : { module }),
    ...(slot === undefined ? {} : { slot: whole('slot', slot, Number.MAX_SAFE_INTEGER) }),
    port: whole('port', values.port, 65_535),
    allow: values.allow,
    allowFile: resolve(values['allow-file'] ?? join(folder, 'signer-origins.txt')),
    audit: resolve(values.audit ?? join(folder, 'signer-audit.jsonl')),
    programs: !values['no-programs'],
  };
}

function whole(name: string, text: string, most: number): number {
  if (!/^\d{1,15}$/.test(text) || Number(text) > most)
    throw new TypeError(`--${name} 不是可用的數字：${text}`);
  return Number(text);
}

function dataFolder(env: Readonly<Record<string, string | undefined>>): string {
  if (process.platform === 'win32') return env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share');
}
