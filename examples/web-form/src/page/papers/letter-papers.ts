import { type CopyKind, formatDraft, type Letter, renderText, writeDispatch } from '@kcc/gongwen';
import { fileName, type PaperFile } from './download.ts';
import { PaperFailure, serverPdf } from './server-pdf.ts';
import { DOCX, HTML, JSON_TYPE, ODT, PDF, TEXT, YAML, ZIP } from './types.ts';

/** One kind of file that a letter can be had as. */
export interface LetterPaper {
  readonly id: string;
  readonly label: string;
  readonly group: 'paper' | 'exchange' | 'draft';
  make(letter: Letter, copy: CopyKind): Promise<PaperFile>;
}

/** 主旨 as the name of the file. */
export function nameOf(letter: Letter): string {
  const [number] = letter.documentNumbers;
  const digits = `${number?.year ?? ''}${number?.serial ?? ''}${number?.branch ?? ''}`;
  return fileName(
    [digits, 'subject' in letter ? letter.subject.slice(0, 20) : letter.kind].filter(Boolean).join('-'),
  );
}

/** Name of the exchange files: the number of the letter, or a plain word. */
const baseNameOf = (letter: Letter): string => {
  const [number] = letter.documentNumbers;
  const digits = `${number?.year ?? ''}${number?.serial ?? ''}${number?.branch ?? ''}`;
  return /^\d+$/.test(digits) ? digits : 'letter';
};

/** DI and SW of a letter. @throws PaperFailure with what is missing */
export function exchangeFiles(
  letter: Letter,
): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
  const { files, issues } = writeDispatch(letter, { baseName: baseNameOf(letter) });
  const errors = issues.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  if (errors.length > 0) throw new PaperFailure(`還不能製作交換檔：${errors.join('；')}`);
  return files.flatMap((file) => ('bytes' in file ? [file] : []));
}

const text =
  (extension: string, type: string, content: (letter: Letter, copy: CopyKind) => string) =>
  async (letter: Letter, copy: CopyKind): Promise<PaperFile> => ({
    name: `${nameOf(letter)}.${extension}`,
    type,
    content: content(letter, copy),
  });

/** Everything a letter can be had as; heavy writers are loaded when they are asked for. */
export const LETTER_PAPERS: readonly LetterPaper[] = [
  {
    id: 'docx',
    label: 'Word（docx）',
    group: 'paper',
    make: async (letter, copy) => {
      const { renderDocx } = await import('@kcc/gongwen/docx');
      return { name: `${nameOf(letter)}.docx`, type: DOCX, content: await renderDocx(letter, { copy }) };
    },
  },
  {
    id: 'odt',
    label: 'ODF（odt）',
    group: 'paper',
    make: async (letter, copy) => {
      const { renderOdt } = await import('@kcc/gongwen/odt');
      return { name: `${nameOf(letter)}.odt`, type: ODT, content: await renderOdt(letter, { copy }) };
    },
  },
  {
    id: 'pdf',
    label: 'PDF',
    group: 'paper',
    make: async (letter, copy) => ({
      name: `${nameOf(letter)}.pdf`,
      type: PDF,
      content: await serverPdf('/paper/letter.pdf', { letter, copy }),
    }),
  },
  {
    id: 'html',
    label: '網頁（html）',
    group: 'paper',
    make: async (letter, copy) => {
      const { renderHtml } = await import('@kcc/gongwen/html');
      return { name: `${nameOf(letter)}.html`, type: HTML, content: renderHtml(letter, { copy }) };
    },
  },
  {
    id: 'paper-text',
    label: '純文字',
    group: 'paper',
    make: text('txt', TEXT, (letter, copy) => renderText(letter, { copy })),
  },
  {
    id: 'exchange',
    label: '交換檔（DI、SW）',
    group: 'exchange',
    make: async (letter) => {
      const { zipSync } = await import('fflate');
      const files = exchangeFiles(letter).map(({ path, bytes }) => [path, bytes] as const);
      return { name: `${baseNameOf(letter)}.zip`, type: ZIP, content: zipSync(Object.fromEntries(files)) };
    },
  },
  {
    id: 'draft-text',
    label: '草稿文字',
    group: 'draft',
    make: text('draft.txt', TEXT, (letter) => formatDraft(letter, 'text')),
  },
  {
    id: 'draft-json',
    label: '草稿 JSON',
    group: 'draft',
    make: text('json', JSON_TYPE, (letter) => formatDraft(letter, 'json')),
  },
  {
    id: 'draft-yaml',
    label: '草稿 YAML',
    group: 'draft',
    make: text('yaml', YAML, (letter) => formatDraft(letter, 'yaml')),
  },
];
