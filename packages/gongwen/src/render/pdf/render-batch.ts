import { paperRecipients } from '../../layout/paper-recipients.ts';
import type { PaperLetter } from '../../layout/paper-type.ts';
import type { Recipient } from '../../model/party.ts';
import { engineFor } from './engine-cache.ts';
import { type PdfOptions, type RenderedPdf, renderPdf } from './render-pdf.ts';

/**
 * Many letters one after another with the fonts and the engine opened once; a letter is set when it is asked for, so
 * that hundreds need no more memory than one.
 *
 * @throws GongwenError as {@link renderPdf}.
 */
export async function* renderPdfBatch(
  letters: Iterable<PaperLetter>,
  options: PdfOptions = {},
): AsyncGenerator<RenderedPdf> {
  const engine = await engineFor(options);
  for (const letter of letters) yield await renderPdf(letter, { ...options, engine });
}

/** One recipient's copy. */
export interface PaperCopy extends RenderedPdf {
  readonly recipient: Recipient;
}

/**
 * 分繕: a copy for each recipient who gets the letter on paper, naming that recipient, with the block for a window
 * envelope.
 *
 * @param options `recipients` names others than those whom {@link paperRecipients} finds.
 * @throws GongwenError as {@link renderPdf}.
 */
export async function* renderPaperCopies(
  letter: PaperLetter,
  options: Omit<PdfOptions, 'copy' | 'addressedTo'> & { readonly recipients?: readonly Recipient[] } = {},
): AsyncGenerator<PaperCopy> {
  const engine = await engineFor(options);
  for (const recipient of options.recipients ?? paperRecipients(letter)) {
    const pdf = await renderPdf(letter, { ...options, engine, copy: 'paper', addressedTo: recipient });
    yield { ...pdf, recipient };
  }
}
