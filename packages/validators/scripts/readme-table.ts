import type { CheckOptions, CheckResult } from '../src/check.ts';
import type { Issue } from '../src/issue.ts';
import { type ValueKindName, valueKinds } from '../src/kinds.ts';
import { readmeExamples } from './readme-examples.ts';

export const TABLE_BEGIN = '<!-- table of values: begin, written by scripts/build-readme.ts -->';
export const TABLE_END = '<!-- table of values: end -->';

/** The day whose rules the table shows. */
const AS_OF = '2026-11-23';
const VERDICTS = { ok: '✓', info: 'ℹ', warning: '▲', error: '✘' } as const;

/** Every code that the examples of the table reach. */
export function reachedCodes(): Set<string> {
  const codes = new Set<string>();
  for (const { result } of runExamples()) for (const { code } of result.issues) codes.add(code);
  return codes;
}

/** The table in Markdown: kind by kind, what is accepted (✓ ℹ), warned about (▲) and refused (✘), and why. */
export function renderReadmeTable(): string {
  const lines = ['| value · 值 | | example · 例 | why · 說明 | code |', '|---|---|---|---|---|'];
  let last = '';
  for (const { kind, shown, result } of runExamples()) {
    const { label, source } = valueKinds[kind];
    const head = kind === last ? '' : `**${label.zh}** \`${kind}\`<br>${source}`;
    last = kind;
    const why = result.issues.map(({ message }) => message).join('<br>');
    const codes = result.issues.map(({ code }) => `\`${code}\``).join('<br>');
    lines.push(`| ${[head, VERDICTS[result.level], shown, visible(why), codes].join(' | ')} |`);
  }
  return lines.join('\n');
}

interface Run {
  readonly kind: ValueKindName;
  readonly shown: string;
  readonly result: CheckResult & { readonly issues: readonly Issue[] };
}

function runExamples(): Run[] {
  const order = ['ok', 'info', 'warning', 'error'];
  return Object.entries(valueKinds).flatMap(([name, { check }]) => {
    // Both tables have the same keys.
    const kind = name as ValueKindName;
    const run: (value: string, options?: CheckOptions) => CheckResult = check;
    const rows = readmeExamples[kind].map((example) => {
      const { input, options, given } = typeof example === 'string' ? { input: example } : example;
      return { kind, shown: showExample(input, given), result: run(input, { asOf: AS_OF, ...options }) };
    });
    return rows.sort((a, b) => order.indexOf(a.result.level) - order.indexOf(b.result.level));
  });
}

/** The input as code; characters that cannot be seen by their code points. */
function showExample(input: string, given: string | undefined): string {
  return `\`${visible(input) || ' '}\`${given ? `<br>（${given}）` : ''}`;
}

function visible(text: string): string {
  return text.replace(/[\p{C}\p{M}\ufffd\u2f00\ufa0c]/gu, (char) => {
    return `U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
  });
}
