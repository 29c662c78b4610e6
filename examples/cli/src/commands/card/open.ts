import type { Command, CommandResult, Context, OptionValues } from '../../frame/command.ts';
import { DRIVER_OPTIONS, DRIVER_USAGE, PIN_OPTIONS, PIN_USAGE, withCardSession } from './driver.ts';
import { instantOf, requiredOut } from './texts.ts';
import { crlsOf, TRUST_OPTIONS, TRUST_USAGE, trustOf } from './trust.ts';
import { verificationJson, verificationResult } from './verify.ts';

/** `card open`: decrypt with cert2 and verify the signature inside. */
export const openCommand: Command = {
  path: ['card', 'open'],
  summary: { zh: '解密並驗證簽章', en: 'decrypt, and verify the signature inside' },
  usage: `P7M --out FILE ${TRUST_USAGE} ${PIN_USAGE} ${DRIVER_USAGE}`,
  options: { ...DRIVER_OPTIONS, ...PIN_OPTIONS, ...TRUST_OPTIONS, out: { type: 'string' } },
  args: [1, 1],
  run: async (context, [path = ''], options) => {
    const out = requiredOut(options);
    const message = await context.readInput(path);
    const { describeEnvelope, isSignedMessage, openEnvelope } = await import('@kcc/xca-card/cms');
    // Not an envelope at all: say so before the PIN is asked for.
    describeEnvelope(message);
    const opened = await withCardSession(context, options, ({ decrypter }) =>
      openEnvelope(message, decrypter),
    );
    if (isSignedMessage(opened.content)) return openSigned(context, opened.content, out, options);
    await context.writeOutput(out, opened.content, options.force === true);
    const { authenticated } = opened;
    const warning = authenticated
      ? '內容未經簽章，寄件者未經證明。'
      : '內容未經簽章，也無法得知途中是否遭更動。';
    return {
      json: { path: out, bytes: opened.content.length, signed: false, authenticated },
      text: `✔ 已解密 → ${out}\n  ▲ ${warning}`,
    };
  },
};

/** Content of a sealed message is written only when its signature is valid. */
async function openSigned(
  context: Context,
  message: Uint8Array,
  out: string,
  options: OptionValues,
): Promise<CommandResult> {
  const { verifyCms } = await import('@kcc/xca-card/cms');
  const trust = await trustOf(context, options);
  const crls = await crlsOf(context, options);
  const at = instantOf(context, options, 'at');
  const verification = await verifyCms(message, { trust, at, ...(crls && { crls }) });
  const result = await verificationResult(context, verification);
  const { content, valid } = verification;
  const json = { signed: true, ...verificationJson(verification) };
  if (!valid || !content)
    return { ...result, json, text: `${result.text}\n  簽章無效，未寫出內容。`, exitCode: 4 };
  await context.writeOutput(out, content, options.force === true);
  return {
    json: { path: out, bytes: content.length, ...json },
    text: `✔ 已解密 → ${out}\n${result.text}`,
  };
}
