import type { Command, Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { DRIVER_OPTIONS, DRIVER_USAGE, PIN_OPTIONS, PIN_USAGE, withCardSession } from './driver.ts';
import { listOf, requiredOut, textOf } from './texts.ts';

const CIPHERS = { gcm: 'aes-256-gcm', cbc: 'aes-256-cbc' } as const;

/** `card seal`: sign with cert1, encrypt to the receivers' cert2. */
export const sealCommand: Command = {
  path: ['card', 'seal'],
  summary: { zh: '簽章並加密給收件方（cert2）', en: 'sign, and encrypt to receivers' },
  usage: `FILE --to CERT… --out P7M [--cipher gcm|cbc] ${PIN_USAGE} ${DRIVER_USAGE}`,
  options: {
    ...DRIVER_OPTIONS,
    ...PIN_OPTIONS,
    to: { type: 'string', multiple: true },
    out: { type: 'string' },
    cipher: { type: 'string' },
  },
  args: [1, 200],
  run: async (context, [path = '', ...moreRecipients], options) => {
    const out = requiredOut(options);
    const cipher = cipherOf(options);
    const content = await context.readInput(path);
    const recipients = await readRecipients(context, [...listOf(options, 'to'), ...moreRecipients]);
    const { describeEnvelope, sealCms } = await import('@kcc/xca-card/cms');
    return withCardSession(context, options, async ({ signer, card }) => {
      const now = context.now();
      const envelop = { cipher, at: now };
      const message = await sealCms(content, signer, recipients, { sign: { signingTime: now }, envelop });
      await context.writeOutput(out, message, options.force === true);
      const count = describeEnvelope(message).recipients.length;
      return {
        json: {
          path: out,
          card: card.number,
          recipients: recipients.map(({ subject }) => subject.text),
          cipher,
        },
        text: `✔ 已簽章並加密給 ${count} 個收件方 → ${out}`,
      };
    });
  },
};

function cipherOf(options: OptionValues): (typeof CIPHERS)[keyof typeof CIPHERS] {
  const name = textOf(options, 'cipher') ?? 'gcm';
  if (name === 'gcm' || name === 'cbc') return CIPHERS[name];
  throw new CliError('USAGE', 'usage', `--cipher 應為 gcm 或 cbc：${name}`, { cipher: name });
}

async function readRecipients(context: Context, paths: readonly string[]) {
  if (paths.length === 0) throw new CliError('USAGE', 'usage', '請用 --to 指定收件方的加密憑證（cert2）');
  const { parseCertificate } = await import('@kcc/xca-card/certificate');
  return Promise.all(paths.map(async (path) => parseCertificate(await context.readInput(path))));
}
