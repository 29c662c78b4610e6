import { stat } from 'node:fs/promises';
import type { CmsVerification, SignatureGrade } from '@kcc/xca-card/cms';
import type { Command, CommandResult, Context } from '../../frame/command.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import { DRIVER_OPTIONS } from './driver.ts';
import { certificateRow, instantOf, resolved, textOf } from './texts.ts';
import { crlsOf, TRUST_OPTIONS, TRUST_USAGE, trustOf } from './trust.ts';

export type Verification = Omit<CmsVerification, 'content'>;

const GRADES = {
  proven: { zh: '完整，並有可信時戳', en: 'complete, with a trusted time stamp' },
  full: { zh: '完整', en: 'complete' },
  limited: { zh: '有效，但資訊不足', en: 'valid, but something is missing' },
  weak: { zh: '有效，但證明力弱', en: 'valid, but weak' },
  unproven: { zh: '簽章完好，但簽章時間無法證明', en: 'intact, but the time is not proven' },
  invalid: { zh: '無效', en: 'invalid' },
} as const satisfies Record<SignatureGrade, { readonly zh: string; readonly en: string }>;

/** `card verify`: is the signature right, whose is it, and what is it worth. */
export const verifyCommand: Command = {
  path: ['card', 'verify'],
  summary: { zh: '驗證簽章並評等', en: 'verify and grade a signature' },
  usage: `SIG [--content FILE] ${TRUST_USAGE} [--store DIR]`,
  options: { ...TRUST_OPTIONS, store: DRIVER_OPTIONS.store, content: { type: 'string' } },
  args: [1, 1],
  run: async (context, [path = ''], options) => {
    const trust = await trustOf(context, options);
    const crls = await crlsOf(context, options);
    const verifyOptions = { trust, at: instantOf(context, options, 'at'), ...(crls && { crls }) };
    const content = textOf(options, 'content');
    const result = await verify(context, path, content, verifyOptions);
    return verificationResult(context, result);
  },
};

async function verify(
  context: Context,
  path: string,
  content: string | undefined,
  options: Parameters<typeof import('@kcc/xca-card/cms').verifyCms>[1],
): Promise<Verification> {
  const files = await import('@kcc/xca-card/files');
  const onDisk = await Promise.all([path, content ?? path].map((name) => isFile(context, name)));
  if (onDisk.every(Boolean)) {
    const contentPath = content === undefined ? {} : { contentPath: resolved(context, content) };
    return files.verifyFile(resolved(context, path), { ...options, ...contentPath });
  }
  const { verifyCms } = await import('@kcc/xca-card/cms');
  const message = await context.readInput(path);
  return verifyCms(message, {
    ...options,
    ...(content !== undefined && { content: await context.readInput(content) }),
  });
}

/** The answer about a signature; exit code 4 when it is not valid. */
export async function verificationResult(context: Context, result: Verification): Promise<CommandResult> {
  const json = verificationJson(result);
  const grade = GRADES[result.grade][context.lang === 'en' ? 'en' : 'zh'];
  const lines = [
    `${result.valid ? '✔' : '✘'} ${grade}（${result.grade}）`,
    ...(result.signer ? [`  簽章者：${result.signer.identity.holder}（${result.signer.subject.text}）`] : []),
    ...(result.signedAt
      ? [`  簽章時間：${result.signedAt.toISOString()}${result.timestamped ? '（時戳）' : '（簽章者自述）'}`]
      : []),
    ...(await issueLines(context, result.issues)),
  ];
  return { json, text: lines.join('\n'), exitCode: result.valid ? 0 : 4 };
}

export function verificationJson(result: Verification) {
  return {
    valid: result.valid,
    signer: result.signer ? certificateRow(result.signer) : null,
    chain: result.chain.map(certificateRow),
    grade: result.grade,
    signedAt: result.signedAt?.toISOString() ?? null,
    timestamped: result.timestamped,
    issues: result.issues,
  };
}

async function isFile(context: Context, path: string): Promise<boolean> {
  if (path === '-') return false;
  return stat(resolved(context, path)).then(
    (status) => status.isFile(),
    () => false,
  );
}
