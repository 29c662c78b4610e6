import type { CrlInput } from '@kcc/xca-card/certificate';
import type { Trust } from '@kcc/xca-card/cms';
import type { Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { softStoreFolder } from './driver.ts';
import { resolved, textOf } from './texts.ts';

/** Options of the commands that believe signatures. */
export const TRUST_OPTIONS = {
  trust: { type: 'string' },
  at: { type: 'string' },
  crl: { type: 'string' },
  'allow-sha1': { type: 'boolean' },
} as const;

export const TRUST_USAGE = '[--trust DIR] [--at DATE] [--crl DIR] [--allow-sha1]';

/**
 * The anchors that `--trust` names; without it those of the simulated card, which are good for trying out only, and
 * without a simulated card none.
 *
 * @throws CliError `TRUST_MISSING` when `--trust` has no root certificate.
 */
export async function trustOf(context: Context, options: OptionValues): Promise<Trust> {
  const path = textOf(options, 'trust');
  const allowSha1 = options['allow-sha1'] === true;
  const { loadTrust } = await import('@kcc/xca-card/files');
  if (path !== undefined) {
    const trust = await readable(resolved(context, path), loadTrust);
    if (trust.anchors.length === 0) {
      throw new CliError('TRUST_MISSING', 'usage', `「${path}」裡沒有自簽的根憑證`, { path });
    }
    return { ...trust, allowSha1 };
  }
  const { createFolderStorage, openSoftStore } = await import('@kcc/xca-card/soft');
  const storage = createFolderStorage(softStoreFolder(context, options));
  if ((await storage.read('gpki.json')) === undefined) {
    context.note('未指定 --trust：沒有信任的根憑證，簽章一律判為無效。請用 --trust 指定放根憑證的資料夾。');
    return { anchors: [], intermediates: [], allowSha1 };
  }
  context.note('未指定 --trust：以模擬卡的測試根憑證驗證，僅供試用。');
  const { anchors, intermediates } = await openSoftStore(storage).gpki();
  return { anchors, intermediates, allowSha1 };
}

/** The CRLs that `--crl` names. */
export async function crlsOf(
  context: Context,
  options: OptionValues,
): Promise<readonly CrlInput[] | undefined> {
  const path = textOf(options, 'crl');
  if (path === undefined) return undefined;
  const { loadCrls } = await import('@kcc/xca-card/files');
  return readable(resolved(context, path), loadCrls);
}

async function readable<T>(path: string, load: (path: string) => Promise<T>): Promise<T> {
  try {
    return await load(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOENT' && code !== 'EACCES') throw error;
    throw new CliError('FILE_UNREADABLE', 'usage', `無法讀取「${path}」`, { path, reason: code });
  }
}
