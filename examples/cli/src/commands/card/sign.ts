import { stat } from 'node:fs/promises';
import type { Command, CommandResult, Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { DRIVER_OPTIONS, DRIVER_USAGE, PIN_OPTIONS, PIN_USAGE, withCardSession } from './driver.ts';
import { requiredOut, resolved, textOf } from './texts.ts';

/** Larger files are hashed piece by piece. */
const IN_MEMORY = 32 << 20;

/** `card sign`: a CMS signature with cert1, or the bare RSA signature. */
export const signCommand: Command = {
  path: ['card', 'sign'],
  summary: { zh: '以簽章憑證（cert1）簽章', en: 'sign with cert1' },
  usage: `FILE --out SIG [--detached] [--format cms|raw] [--no-chain] ${PIN_USAGE} ${DRIVER_USAGE}`,
  options: {
    ...DRIVER_OPTIONS,
    ...PIN_OPTIONS,
    out: { type: 'string' },
    detached: { type: 'boolean' },
    format: { type: 'string' },
    'no-chain': { type: 'boolean' },
  },
  args: [1, 1],
  run: async (context, [path = ''], options) => {
    const out = requiredOut(options);
    const format = textOf(options, 'format') ?? 'cms';
    if (format !== 'cms' && format !== 'raw') {
      throw new CliError('USAGE', 'usage', `--format 應為 cms 或 raw：${format}`, { format });
    }
    await requireFree(context, out, options);
    return format === 'raw' ? signRaw(context, path, out, options) : signMessage(context, path, out, options);
  },
};

async function signRaw(
  context: Context,
  path: string,
  out: string,
  options: OptionValues,
): Promise<CommandResult> {
  const content = await context.readInput(path);
  return withCardSession(context, options, async ({ signer, card }) => {
    const signature = await signer.sign(content);
    await context.writeOutput(out, signature, options.force === true);
    return answer(out, 'raw', card.number, { bytes: signature.length });
  });
}

async function signMessage(
  context: Context,
  path: string,
  out: string,
  options: OptionValues,
): Promise<CommandResult> {
  const detached = options.detached === true;
  const signOptions = { signingTime: context.now(), chain: options['no-chain'] !== true };
  const large = path !== '-' && (await sizeOf(context, path)) > IN_MEMORY;
  const content = large ? undefined : await context.readInput(path);
  return withCardSession(context, options, async ({ signer, card }) => {
    const { signCms } = await import('@kcc/xca-card/cms');
    const { signFile, signFileAttached } = await import('@kcc/xca-card/files');
    const source = resolved(context, path);
    if (content) {
      const message = await signCms(content, signer, { ...signOptions, detached });
      await context.writeOutput(out, message, options.force === true);
    } else if (detached) {
      await context.writeOutput(out, await signFile(source, signer, signOptions), options.force === true);
    } else {
      await signFileAttached(source, resolved(context, out), signer, signOptions);
    }
    return answer(out, 'cms', card.number, { detached, signedAt: signOptions.signingTime.toISOString() });
  });
}

function answer(
  out: string,
  format: string,
  card: string,
  more: Readonly<Record<string, unknown>>,
): CommandResult {
  return { json: { path: out, format, card, ...more }, text: `✔ 已簽章 → ${out}（卡片 ${card}）` };
}

/** The card is not asked for its PIN when the result could not be written. */
async function requireFree(context: Context, out: string, options: OptionValues): Promise<void> {
  if (options.force === true) return;
  const exists = await stat(resolved(context, out)).then(
    () => true,
    () => false,
  );
  if (exists)
    throw new CliError('FILE_EXISTS', 'usage', `「${out}」已存在；要覆寫請加 --force`, { path: out });
}

async function sizeOf(context: Context, path: string): Promise<number> {
  return stat(resolved(context, path)).then(
    ({ size }) => size,
    () => 0,
  );
}
