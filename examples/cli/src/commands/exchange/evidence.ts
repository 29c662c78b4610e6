import type { TimestampChecker } from '@kcc/exchange-client';
import type { Command } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { HOME_OPTIONS, HOME_USAGE, withDesk } from './home.ts';

/** `exchange evidence export`: one dispatch, one file. */
export const evidenceExportCommand: Command = {
  path: ['exchange', 'evidence', 'export'],
  summary: { zh: '匯出一件公文的存證檔', en: 'export the evidence of one dispatch' },
  usage: `ID --out FILE ${HOME_USAGE}`,
  options: { ...HOME_OPTIONS, out: { type: 'string' } },
  args: [1, 1],
  run: (context, [id = ''], options) =>
    withDesk(context, options, async (desk) => {
      const { out } = options;
      if (typeof out !== 'string') throw new CliError('USAGE', 'usage', '請以 --out FILE 指定存證檔');
      const bytes = await desk.exportEvidence(id);
      await context.writeOutput(out, bytes, options.force === true);
      const { verifyEvidence } = await import('@kcc/exchange-client');
      const { events, signedEvents } = await verifyEvidence(bytes);
      return {
        json: { id, path: out, events, signedEvents },
        text: `已匯出 ${events} 筆紀錄（其中 ${signedEvents} 筆已簽章）：${out}`,
      };
    }),
};

/** `exchange evidence verify`: without a database, a card or a network. */
export const evidenceVerifyCommand: Command = {
  path: ['exchange', 'evidence', 'verify'],
  summary: { zh: '離線驗證存證檔，指出被更動的位置', en: 'verify an evidence file offline' },
  usage: 'FILE [--trust CERT.der]… [--timestamp-trust CERT.der]…',
  options: {
    trust: { type: 'string', multiple: true },
    'timestamp-trust': { type: 'string', multiple: true },
  },
  args: [1, 1],
  run: async (context, [path = ''], options) => {
    const { verifyEvidence } = await import('@kcc/exchange-client');
    const certificates = (name: 'trust' | 'timestamp-trust') => {
      const files = options[name];
      return Promise.all(Array.isArray(files) ? files.map((file) => context.readInput(file)) : []);
    };
    const trusted = await certificates('trust');
    const anchors = await certificates('timestamp-trust');
    const verdict = await verifyEvidence(await context.readInput(path), {
      ...(trusted.length === 0 ? {} : { trusted }),
      ...(anchors.length === 0
        ? {}
        : { timestamp: await timestampChecker(anchors), requireTimestamps: true }),
    });
    const { valid, events, signedEvents, stampedEvents, brokenAt, reason } = verdict;
    const stamped = anchors.length === 0 ? '' : `、${stampedEvents} 筆由時戳涵蓋`;
    return {
      json: verdict,
      text: valid
        ? `✔ 完整：${events} 筆紀錄，其中 ${signedEvents} 筆由簽章涵蓋${stamped}`
        : `✘ 被更動的位置：${brokenAt}（${reason}）`,
      exitCode: valid ? 0 : 4,
    };
  },
};

/** Tokens count that lead to one of the given authorities (RFC 3161). */
async function timestampChecker(anchors: readonly Uint8Array[]): Promise<TimestampChecker> {
  const { verifyTimestamp } = await import('@kcc/xca-card/cms');
  return async (token, data) => {
    const result = await verifyTimestamp(token, data, { trust: { anchors } });
    if (result.kind === 'trusted') return { valid: true, at: result.time };
    const reason = result.kind === 'invalid' ? result.reason.zh : '時戳服務的憑證不在信任清單';
    return { valid: false, reason };
  };
}
