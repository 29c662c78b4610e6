import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { runCli } from '../../examples/cli/src/frame/run.ts';
import { type ShellLine, shellLines } from './shell-lines.ts';

/** Runs a shell sample in this process: `kcc`, `echo` and `export` in the current folder. */
export async function runScript(script: string): Promise<void> {
  const before = new Set(Object.keys(process.env));
  try {
    for (const line of shellLines(script)) await runLine(line);
  } finally {
    for (const name of Object.keys(process.env)) if (!before.has(name)) delete process.env[name];
  }
}

async function runLine({ words: [program = '', ...words], stdin, into, mayFail }: ShellLine): Promise<void> {
  if (program === 'export') {
    for (const word of words) {
      const [name = '', value = ''] = word.split('=');
      process.env[name] = value;
    }
    return;
  }
  if (program !== 'kcc' && program !== 'echo')
    throw new Error(`${program} is no program that samples may use`);
  const args = words.flatMap(expanded);
  const { code, out, err } = program === 'echo' ? echo(args) : await kcc(args, stdin);
  if (code !== 0 && !mayFail)
    throw new Error(`${program} ${args.join(' ')}: exit code ${code}\n${out}\n${err}`);
  if (into !== undefined && into !== '/dev/null') writeFileSync(into, out);
}

const echo = (args: readonly string[]) => ({ code: 0, out: `${args.join(' ')}\n`, err: '' });

async function kcc(words: readonly string[], stdin: string) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await runCli(words, { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr });
  const text = (stream: PassThrough) => Buffer.from(stream.read() ?? '').toString('utf8');
  return { code, out: text(stdout), err: text(stderr) };
}

/** `folder/*.di` as the files that are there. */
function expanded(word: string): readonly string[] {
  const [, ending] = /\*(\.\w+)$/.exec(word) ?? [];
  if (ending === undefined) return [word];
  const folder = dirname(word);
  const names = readdirSync(folder).filter((name) => name.endsWith(ending));
  return names.sort().map((name) => join(folder, name));
}
