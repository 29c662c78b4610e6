import type { Rule } from '@kcc/gongwen/lint';
import type { Command, Context } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';

const MARK = { error: '✘', warning: '▲', info: 'ℹ' } as const;
const FIX = { safe: '可自動修正', offered: '建議修正', none: '不自動修正' } as const;

/** `letter rules [ID]`: the catalogue of rules with clause and example; an id or its beginning chooses. */
export const rulesCommand: Command = {
  path: ['letter', 'rules'],
  summary: { zh: '列出公文撰寫規則及出處', en: 'list the rules of official writing' },
  usage: '[ID]',
  args: [0, 1],
  run: async (context, [id = '']) => {
    const { rules } = await import('@kcc/gongwen/lint');
    const chosen = rules.filter((rule) => rule.id.startsWith(id.toUpperCase()));
    if (chosen.length === 0) throw new CliError('RULE_UNKNOWN', 'usage', `沒有「${id}」這條規則`, { id });
    const exact = chosen.find((rule) => rule.id === id.toUpperCase());
    const rows = chosen.map(rowOf);
    const text = (exact ? [exact] : chosen).flatMap((rule) => linesOf(rule, context, exact !== undefined));
    return { json: exact ? rowOf(exact) : rows, text: text.join('\n') };
  },
};

function rowOf(rule: Rule) {
  const { id, severity, tier, title, source, fix, kinds, optIn } = rule;
  const shown = (examples: Rule['bad']) => examples.map((example) => example.shown);
  return {
    id,
    severity,
    tier,
    title,
    clause: source,
    fix,
    ...(kinds && { kinds }),
    offByDefault: optIn === true || tier === 'H' || severity === 'info',
    bad: shown(rule.bad),
    good: shown(rule.good),
  };
}

function linesOf(rule: Rule, { lang }: Context, full: boolean): string[] {
  const head = `${MARK[rule.severity]} ${rule.id}　${rule.tier}　${rule.title}`;
  const example = `    ${rule.bad[0]?.shown ?? '—'} → ${rule.good[0]?.shown ?? '—'}`;
  if (!full) return [head, `    ${rule.source}`, example];
  const labels = lang === 'en' ? ['clause', 'fix', 'wrong', 'right'] : ['出處', '修正', '錯誤', '正確'];
  return [
    head,
    `    ${labels[0]}：${rule.source}`,
    `    ${labels[1]}：${lang === 'en' ? rule.fix : FIX[rule.fix]}`,
    ...rule.bad.map(({ shown }) => `    ${labels[2]}：${shown}`),
    ...rule.good.map(({ shown }) => `    ${labels[3]}：${shown}`),
  ];
}
