import type { Command, Group } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';

/** Group name → the words that may follow it. */
async function commandWords(groups: readonly Group[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const entries = await Promise.all(
    groups.map(async (group): Promise<[string, readonly string[]]> => {
      const commands = group.name === 'completion' ? [] : await group.load();
      const words = commands.flatMap(({ path, options }) => [
        ...path.slice(1),
        ...Object.keys(options ?? {}).map((name) => `--${name}`),
      ]);
      return [group.name, [...new Set(words)]];
    }),
  );
  return new Map(entries);
}

function bash(words: ReadonlyMap<string, readonly string[]>): string {
  const cases = [...words].map(
    ([group, next]) => `    ${group}) words="${next.join(' ')} --json --lang --help" ;;`,
  );
  return `_kcc() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" words
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="" ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words="${[...words.keys(), 'help'].join(' ')}"; fi
  COMPREPLY=($(compgen -W "$words" -f -- "$cur"))
}
complete -F _kcc kcc`;
}

/** `kcc completion`, made from the command tree that it completes. */
export const completionCommand = (groups: readonly Group[]): Command => ({
  path: ['completion'],
  summary: { zh: '印出 bash 或 zsh 的自動補齊腳本', en: 'prints the completion script for bash or zsh' },
  usage: 'bash|zsh',
  args: [1, 1],
  async run(_context, [shell]) {
    if (shell !== 'bash' && shell !== 'zsh') {
      throw new CliError('USAGE', 'usage', `只支援 bash 和 zsh，沒有「${shell}」`);
    }
    const script = bash(await commandWords(groups));
    const text = shell === 'zsh' ? `autoload -U +X bashcompinit && bashcompinit\n${script}` : script;
    return { json: { shell, script: text }, text };
  },
});
