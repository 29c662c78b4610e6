import { type CheckedForm, type Form, type FormModel, printForm, withoutSecrets } from '@kcc/forms';
import { fillHtml } from '@kcc/forms/html';
import type { OfficialLetter } from '@kcc/gongwen';
import type { PaperFile } from '../papers/download.ts';
import type { OfferedGroup, OfferedPaper } from '../papers/papers-panel.ts';
import { PaperFailure, serverPdf } from '../papers/server-pdf.ts';
import { DOCX, HTML, ODT, PDF } from '../papers/types.ts';

export interface FormPapersOptions {
  readonly asOf: string;
  /** Prints the user code on the one paper that is made for it. */
  includeSecrets(): boolean;
}

/** True when a form becomes a paper or a letter. */
export const isPrintable = ({ outputs }: Form): boolean =>
  outputs.sheet !== undefined || outputs.letter !== undefined;

/** The checked data. @throws PaperFailure while something is still wrong */
function dataOf(model: FormModel): CheckedForm {
  const checked = model.check();
  if (checked.ok) return checked;
  const count = checked.issues.filter(({ severity }) => severity === 'error').length;
  throw new PaperFailure(`還有 ${count} 個地方要修正，請一頁一頁填完，或到「檢查您的答案」看。`);
}

/** The papers that a form is printed as. */
export function formPapers(model: FormModel, options: FormPapersOptions): OfferedGroup[] {
  const { form } = model;
  if (!isPrintable(form)) return [];
  const { asOf } = options;
  const fill = () => ({ asOf, includeSecrets: options.includeSecrets() });
  const file = (extension: string, type: string, content: PaperFile['content']): PaperFile => ({
    name: `${form.title}.${extension}`,
    type,
    content,
  });
  const papers: OfferedPaper[] = [
    {
      id: 'docx',
      label: 'Word（docx）',
      make: async () => {
        const { value } = dataOf(model);
        const { fillDocx } = await import('@kcc/forms/docx');
        return file('docx', DOCX, await fillDocx(form, value, fill()));
      },
    },
    {
      id: 'odt',
      label: 'ODF（odt）',
      make: async () => {
        const { value } = dataOf(model);
        const { fillOdt } = await import('@kcc/forms/odt');
        return file('odt', ODT, await fillOdt(form, value, fill()));
      },
    },
    {
      id: 'html',
      label: '網頁（html）',
      make: async () => {
        const { value } = dataOf(model);
        return file('html', HTML, fillHtml(form, value, fill()));
      },
    },
  ];
  const pdf: OfferedPaper = {
    id: 'pdf',
    label: 'PDF',
    make: async () => {
      const data = withoutSecrets(form, dataOf(model).value);
      return file('pdf', PDF, await serverPdf('/paper/form.pdf', { id: form.id, data, asOf }));
    },
  };
  // A secret is never sent to the server, so the paper that carries one is not set there.
  return [{ title: '表單', papers: form.printsSecrets ? papers : [...papers, pdf] }];
}

/** The letter that a form becomes. @throws PaperFailure while something is still wrong */
export function letterOf(model: FormModel, asOf: string): OfficialLetter | undefined {
  const printed = printForm(model.form, dataOf(model).value, { asOf });
  return printed.type === 'letter' ? printed.letter : undefined;
}
