import type { Command } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { encodingOption, generationOption } from './options.ts';

/** `letter dtd ROOT`: the DTD of a root element, in one file that needs no other. */
export const dtdCommand: Command = {
  path: ['letter', 'dtd'],
  summary: { zh: '印出文法的 DTD（單一檔案）', en: 'print the DTD of a root, self-contained' },
  usage: 'ROOT [--generation 104] [--revision 2015|2020] [--encoding utf-8|big5]',
  options: { generation: { type: 'string' }, revision: { type: 'string' }, encoding: { type: 'string' } },
  args: [1, 1],
  run: async (context, [root = ''], options) => {
    const { dtdText, encodeText, findGrammar } = await import('@kcc/gongwen');
    const { revision } = options;
    if (revision !== undefined && revision !== '2015' && revision !== '2020') {
      throw new CliError('OPTION_VALUE', 'usage', '--revision 應為 2015 或 2020', { option: 'revision' });
    }
    const generation = generationOption('generation', options.generation);
    const choice = findGrammar({ root, generation, revision });
    if (choice.grammar === undefined) {
      const { code, message } = choice.refusal;
      throw new CliError(code, 'document', message, { root, generation });
    }
    const encoding = encodingOption(options.encoding);
    const text = dtdText(choice.grammar, { encoding });
    const encoded = encodeText(text, encoding);
    if ('unencodable' in encoded) throw new TypeError('a DTD has only characters of its encoding');
    const { dtdName } = choice.grammar;
    return {
      json: { root, generation, dtd: dtdName, encoding, text },
      text,
      ...(context.json ? {} : { bytes: encoded.bytes }),
    };
  },
};
