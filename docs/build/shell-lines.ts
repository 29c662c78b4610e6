/** One command of a shell sample, in the little of sh that samples use. */
export interface ShellLine {
  readonly words: readonly string[];
  readonly stdin: string;
  /** File for standard output. */
  readonly into?: string;
  /** True behind `|| true`: a bad document is what the sample shows. */
  readonly mayFail: boolean;
}

/**
 * Commands of a sample: words with quotes, `> FILE`, `<<END`, `|| true`, comments. Anything else of sh is refused.
 *
 * @throws Error naming the line
 */
export function shellLines(script: string): readonly ShellLine[] {
  const lines = script.split('\n');
  const commands: ShellLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').replace(/(^|\s)#.*$/, '').trim();
    if (line === '') continue;
    const mayFail = /\|\| true$/.test(line);
    const [, rest = '', mark] = /^(.*?)(?:\s*<<(\w+))?$/.exec(line.replace(/\s*\|\| true$/, '')) ?? [];
    let stdin = '';
    if (mark !== undefined) {
      const end = lines.indexOf(mark, at);
      if (end < 0) throw new Error(`<<${mark} does not end`);
      stdin = `${lines.slice(at + 1, end).join('\n')}\n`;
      at = end;
    }
    const [, command = '', into] = /^(.*?)(?:\s*>\s*(\S+))?$/.exec(rest) ?? [];
    if (/[|&;<>`$()]/.test(command)) throw new Error(`more shell than samples may use: ${line}`);
    commands.push({ words: wordsOf(command), stdin, mayFail, ...(into === undefined ? {} : { into }) });
  }
  return commands;
}

function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}
