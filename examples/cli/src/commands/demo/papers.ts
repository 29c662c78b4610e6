import { checkForm, type Form, printForm } from '@kcc/forms';
import type { Letter } from '@kcc/gongwen';
import type { PdfEngine } from '@kcc/gongwen/pdf';
import type { Journey } from './journey.ts';
import { formOptions } from './office.ts';
import type { Paper, ProductFile } from './record.ts';

/** Saves the pages' pictures and gives their paths. */
async function savePictures(journey: Journey, base: string, svgs: readonly string[]): Promise<string[]> {
  const saved: ProductFile[] = [];
  for (const [index, svg] of svgs.entries())
    saved.push(await journey.save(`${base}-${index + 1}.svg`, '圖', svg));
  return saved.map(({ path }) => path);
}

/** Fills a form into docx and PDF and takes its picture. */
export async function formPaper<F extends Form>(
  journey: Journey,
  engine: PdfEngine,
  { form, data: typed, base }: { readonly form: F; readonly data: unknown; readonly base: string },
): Promise<Paper> {
  const [{ fillDocx }, { fillPdf, sheetToTypst }, { renderSvg, renderTypstSvg }] = await Promise.all([
    import('@kcc/forms/docx'),
    import('@kcc/forms/pdf'),
    import('@kcc/gongwen/pdf'),
  ]);
  const options = formOptions(journey.day);
  const { value: data } = checkForm(form, typed, options);
  const printed = printForm(form, data, options);
  const svgs =
    printed.type === 'letter'
      ? await renderSvg(printed.letter, { engine })
      : await renderTypstSvg(sheetToTypst(printed.sheet), { engine });
  const pdf = await fillPdf(form, data, { ...options, pdf: { engine, created: new Date(journey.day) } });
  return {
    title: form.title,
    pages: await savePictures(journey, base, svgs),
    files: [
      await journey.save(`${base}.docx`, 'docx', await fillDocx(form, data, options)),
      await journey.save(`${base}.pdf`, 'PDF', pdf.bytes),
    ],
  };
}

/** Renders a letter into every form of paper and takes its picture. */
export async function letterPaper(
  journey: Journey,
  engine: PdfEngine,
  { letter, base, title }: { readonly letter: Letter; readonly base: string; readonly title: string },
): Promise<Paper> {
  const [{ renderDocx }, { renderOdt }, { renderHtml }, { renderPdf, renderSvg }] = await Promise.all([
    import('@kcc/gongwen/docx'),
    import('@kcc/gongwen/odt'),
    import('@kcc/gongwen/html'),
    import('@kcc/gongwen/pdf'),
  ]);
  const pdf = await renderPdf(letter, { engine, created: new Date(journey.day) });
  return {
    title,
    pages: await savePictures(journey, base, await renderSvg(letter, { engine })),
    files: [
      await journey.save(`${base}.docx`, 'docx', await renderDocx(letter)),
      await journey.save(`${base}.odt`, 'odt', await renderOdt(letter)),
      await journey.save(`${base}.pdf`, 'PDF', pdf.bytes),
      await journey.save(`${base}.html`, 'HTML', renderHtml(letter)),
    ],
  };
}
