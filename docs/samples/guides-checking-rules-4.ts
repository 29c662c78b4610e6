// From docs/guides/checking-rules.md; written by docs/build/write-docs.ts.
import { layoutLetter, newDraft, paginate, parseDraft } from '@kcc/gongwen';
import { lintLetter, measurePdf } from '@kcc/gongwen/lint';
import { renderPdf } from '@kcc/gongwen/pdf';

const { letter } = parseDraft(newDraft('公告')?.text ?? '');
if (!letter) throw new Error('no letter');

const paged = paginate(layoutLetter(letter, { sealGapCm: 3 }));
const printed = await measurePdf((await renderPdf(letter)).bytes);
const found = lintLetter(letter, { paged, printed }).map(({ code }) => code);
if (!found.includes('GW-Y016')) throw new Error('印信位置只有 3 公分，應該要說');

export { letter, paged, printed, found };
