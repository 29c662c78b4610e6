import type { Command } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { issueLines } from '../../frame/issue-lines.ts';

/** `letter format FILE`: reads and writes again without loss; `--check` only tells whether bytes would change. */
export const formatCommand: Command = {
  path: ['letter', 'format'],
  summary: { zh: '原樣讀出再寫回（不失真），印到標準輸出', en: 'lossless rewrite to stdout' },
  usage: 'FILE [--check]',
  options: { check: { type: 'boolean' } },
  args: [1, 1],
  run: async (context, [file = ''], options) => {
    const { encodeText, readDocument, serializeXml } = await import('@kcc/gongwen');
    const bytes = await context.readInput(file);
    const { document, encoding, issues } = readDocument(bytes);
    if (document === undefined) {
      for (const line of await issueLines(context, issues)) context.note(line);
      throw new CliError('NOT_WELL_FORMED', 'document', '檔案格式不正確，無法改寫', { file, issues });
    }
    const text = serializeXml(document);
    const encoded = encodeText(text, encoding === 'big5' ? 'big5' : 'utf-8');
    if ('unencodable' in encoded) {
      throw new CliError('NOT_ENCODABLE', 'document', '檔案內有所宣告的編碼沒有的字元', { file, ...encoded });
    }
    const rewritten = withMark(bytes, encoded.bytes);
    const changed = Buffer.compare(bytes, rewritten) !== 0;
    if (options.check) {
      const words = changed ? '▲ 改寫後位元組會不同' : '✔ 改寫後位元組相同';
      return { json: { file, changed }, text: `${words}：${file}`, exitCode: changed ? 1 : 0 };
    }
    if (context.json) return { json: { file, changed, text }, text };
    return { json: undefined, text, bytes: rewritten };
  },
};

/** A byte order mark is kept where there was one. */
function withMark(before: Uint8Array, after: Uint8Array): Uint8Array {
  const marked = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf;
  return marked && after[0] !== 0xef ? Uint8Array.from([0xef, 0xbb, 0xbf, ...after]) : after;
}
