// From docs/guides/rendering.md; written by docs/build/write-docs.ts.
import { renderPdf } from '@kcc/gongwen/pdf';

const kai = '/usr/share/fonts/truetype/cns11643/TW-Kai-98_1.ttf'; // 或 Windows 的 C:\\Windows\\Fonts\\kaiu.ttf
export const print = (letter: Parameters<typeof renderPdf>[0]) =>
  renderPdf(letter, { fonts: { han: [kai], latin: [] } });

export { kai };
