import { resolve } from 'node:path';
import type { Certificate } from '@kcc/xca-card/certificate';
import type { Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';

/** An option with text, undefined when it was not given. */
export function textOf(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** An option that may be given several times. */
export function listOf(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}

/** The path of `--out`. */
export function requiredOut(options: OptionValues): string {
  const out = textOf(options, 'out');
  if (out === undefined) throw new CliError('USAGE', 'usage', '請用 --out 指定輸出檔案');
  return out;
}

/** `--at`: an ISO date or instant; a date alone means the end of that day in Taiwan. */
export function instantOf(context: Context, options: OptionValues, name: string): Date {
  const text = textOf(options, name);
  if (text === undefined) return context.now();
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59+08:00` : text);
  if (Number.isNaN(date.getTime())) {
    throw new CliError('USAGE', 'usage', `--${name} 須為 ISO 日期，例如 2026-11-24：${text}`, {
      [name]: text,
    });
  }
  return date;
}

export function resolved(context: Context, path: string): string {
  return resolve(context.cwd, path);
}

/** What of a certificate stands in an answer. */
export function certificateRow(certificate: Certificate) {
  const { identity } = certificate;
  return {
    subject: certificate.subject.text,
    issuer: certificate.issuer.text,
    serial: certificate.serial,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    ...(certificate.isCa ? {} : { identity }),
  };
}
