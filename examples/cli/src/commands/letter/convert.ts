import { basename, dirname, extname } from 'node:path';
import type { WrittenFile } from '@kcc/gongwen';
import type { Command } from '../../frame/command.ts';
import { issueLines } from '../../frame/issue-lines.ts';
import { encodingOption, generationOption } from './options.ts';
import { withSiblings } from './siblings.ts';
import { type FileReport, fileLines, writeFiles } from './write-files.ts';

/** `letter convert FILE`: an old letter, with the roster beside it, in the current form; every change is an issue. */
export const convertCommand: Command = {
  path: ['letter', 'convert'],
  summary: { zh: '舊版公文轉為現行格式', en: 'bring an old letter to the current form' },
  usage: 'FILE [--to-generation 104] [--encoding utf-8|big5] [--out PATH] [--force]',
  options: {
    'to-generation': { type: 'string' },
    encoding: { type: 'string' },
    out: { type: 'string' },
  },
  args: [1, 1],
  run: async (context, [path = ''], options) => {
    const { convertLetter } = await import('@kcc/gongwen');
    const target = typeof options.out === 'string' ? placeOf(options.out, path) : undefined;
    const converted = await convertLetter(await withSiblings(context, path), {
      generation: generationOption('to-generation', options['to-generation']),
      encoding: encodingOption(options.encoding),
      ...(target && { baseName: target.baseName }),
    });
    const { letter, issues } = converted;
    const written = converted.files.filter((file): file is WrittenFile => 'bytes' in file);
    const failed = written.length === 0;
    let files: readonly FileReport[] = [];
    if (target && !failed) {
      const outputs = written.map((file) =>
        file.role === 'letter' ? { ...file, path: target.fileName } : file,
      );
      files = await writeFiles(context, target.folder, outputs, options.force === true);
    }
    const lines = await issueLines(context, issues);
    if (!target && !failed) for (const line of lines) context.note(line);
    const main = written.find(({ role }) => role === 'letter');
    return {
      json: { files, letter, issues },
      text: [...(failed ? ['✘ 無法轉換'] : fileLines(files)), ...lines].join('\n'),
      ...(!target && main && !context.json && { bytes: main.bytes }),
      exitCode: failed ? 1 : 0,
    };
  },
};

/** `--out` names the new letter, or with a closing slash or without an extension the folder for it. */
function placeOf(out: string, source: string) {
  if (/[\\/]$/.test(out) || extname(out) === '') {
    const name = source === '-' ? 'letter' : basename(source).replace(/\.[^.]*$/, '');
    return { folder: out, baseName: name, fileName: `${name}.di` };
  }
  return { folder: dirname(out), baseName: basename(out).replace(/\.[^.]*$/, ''), fileName: basename(out) };
}
