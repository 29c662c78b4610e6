import type { Command, Group } from './command.ts';
import { GROUPS } from './groups.ts';
import { table } from './table.ts';

type Lang = 'zh-TW' | 'en';

const pick = (lang: Lang, summary: { readonly zh: string; readonly en: string }) =>
  lang === 'en' ? summary.en : summary.zh;

/** What `kcc help` says. */
export function rootHelp(lang: Lang): string {
  const rows = GROUPS.map((group) => [`  ${group.name}`, pick(lang, group.summary)]);
  const common =
    lang === 'en'
      ? 'Common options: --json, --lang en, --force, --help. Input - is stdin.'
      : '共同選項：--json（輸出 JSON）、--lang en（英文）、--force（覆寫）、--help。輸入 - 表示標準輸入。';
  const title =
    lang === 'en' ? 'kcc — official letters (公文) from the command line' : 'kcc：公文的命令列工具';
  const more =
    lang === 'en' ? 'kcc help COMMAND tells more.' : '輸入 kcc help 命令 看細節，例如 kcc help letter。';
  return [title, '', table(rows, { heading: false }), '', common, more].join('\n');
}

/** What `kcc help GROUP` says. */
export function groupHelp(group: Group, commands: readonly Command[], lang: Lang): string {
  const lines = commands.flatMap((command) => [
    `  ${command.path.join(' ')}　${pick(lang, command.summary)}`,
    `      kcc ${command.path.join(' ')} ${command.usage}`.trimEnd(),
  ]);
  return [pick(lang, group.summary), '', ...lines].join('\n');
}

/** What `kcc COMMAND --help` says. */
export function commandHelp(command: Command, lang: Lang): string {
  const options = Object.keys(command.options ?? {}).map((name) => `--${name}`);
  const title = lang === 'en' ? 'Usage' : '用法';
  const lines = [
    pick(lang, command.summary),
    '',
    `${title}：kcc ${command.path.join(' ')} ${command.usage}`.trimEnd(),
  ];
  if (options.length > 0) lines.push(`${lang === 'en' ? 'Options' : '選項'}：${options.join(' ')}`);
  return lines.join('\n');
}
