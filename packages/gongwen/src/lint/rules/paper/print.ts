import { inPrint } from '../../examples-paper.ts';
import type { LetterText } from '../../letter-text.ts';
import type { PrintedFile } from '../../printed.ts';
import type { Finding, Rule } from '../../rule.ts';
import { cite } from '../../tables/sources.ts';

const KAI = /kai|楷/i;
const TIMES = /times|tinos|liberation\s?serif|nimbus\s?roman|termes/i;
const BODY =
  '請於115年10月30日前填復綠美化成果調查表，請查照。依本府115年度綠美化計畫辦理。調查表請以電子檔填報。';
const font = (name: string, changes: { readonly embedded?: boolean; readonly subset?: boolean } = {}) => ({
  name,
  embedded: true,
  subset: true,
  ...changes,
});

/** What a PDF should say of itself and does not. */
function missingMarks({ tagged, language, title, standard }: PrintedFile): string[] {
  return [
    ...(tagged === false ? ['結構標籤'] : []),
    ...(language !== undefined && language.toLowerCase() !== 'zh-tw' ? ['語言 zh-TW'] : []),
    ...(title === '' ? ['標題'] : []),
    ...(standard !== undefined && !/^PDF\/A-2[bau]$/i.test(standard) ? ['PDF/A-2b'] : []),
  ];
}

const bare = (text: string) =>
  text
    .normalize('NFC')
    .replace(/第\d+頁，共\d+頁/g, '')
    .replace(/[\s\u2028]/gu, '');

/** Texts of the letter that the print does not have. */
function lostTexts(text: LetterText, extracted: string): Finding[] {
  const print = bare(extracted);
  return text.parts.flatMap(({ path, text: words }) =>
    print.includes(bare(words)) ? [] : [{ path, params: { found: words.slice(0, 12) } }],
  );
}

/** Y: the file for print. */
export const printRules: readonly Rule[] = [
  {
    id: 'GW-Y003',
    severity: 'error',
    tier: 'R',
    fix: 'none',
    title: '中文用楷體，英數用Times New Roman或同寬字型',
    message: '「{found}」不是楷體，也不是Times New Roman；請換字型',
    source: cite('format', '4(四)'),
    bad: [inPrint('黑體', { fonts: [font('ABCDEF+NotoSansTC-Regular')] })],
    good: [
      inPrint('標楷體與Tinos', { fonts: [font('ABCDEF+DFKaiShu-SB-Estd-BF'), font('GHIJKL+Tinos')] }),
      inPrint('全字庫正楷體', { fonts: [font('ABCDEF+TW-Kai-98_1')] }),
    ],
    check: (_, { printed }) =>
      (printed?.fonts ?? []).flatMap(({ name }) =>
        KAI.test(name) || TIMES.test(name) ? [] : [{ path: '', params: { found: name } }],
      ),
  },
  {
    id: 'GW-Y004',
    severity: 'error',
    tier: 'R',
    fix: 'none',
    title: '沒有缺字，字型都嵌入',
    message: '「{found}」{problem}；請換字型',
    source: cite('practice', '輸出試驗'),
    bad: [
      inPrint('字型沒有嵌入', { fonts: [font('Tinos', { embedded: false })] }),
      inPrint('缺字', { missing: [{ character: '𠮷', path: '/subject' }] }),
    ],
    good: [inPrint('都嵌入', { fonts: [font('ABCDEF+Tinos')], missing: [] })],
    check: (_, { printed }) => [
      ...(printed?.missing ?? []).map(({ character, path }) => ({
        path,
        params: { found: character, problem: '沒有字型可印' },
      })),
      ...(printed?.fonts ?? []).flatMap(({ name, embedded, subset }) =>
        embedded && subset
          ? []
          : [{ path: '', params: { found: name, problem: embedded ? '不是子集' : '沒有嵌入' } }],
      ),
    ],
  },
  {
    id: 'GW-Y017',
    severity: 'info',
    tier: 'R',
    fix: 'none',
    title: '全黑',
    message: '有黑色以外的顏色；公文全用黑色',
    source: cite('practice'),
    bad: [inPrint('紅字', { blackOnly: false })],
    good: [inPrint('全黑', { blackOnly: true })],
    check: (_, { printed }) => (printed?.blackOnly === false ? [{ path: '' }] : []),
  },
  {
    id: 'GW-Y018',
    severity: 'info',
    tier: 'R',
    fix: 'none',
    title: 'PDF有標籤、語言、標題，合於PDF/A-2b',
    message: 'PDF 沒有{found}',
    source: 'ISO 14289-1；ISO 19005-2',
    bad: [inPrint('沒有標籤的PDF', { tagged: false }), inPrint('語言en', { language: 'en' })],
    good: [
      inPrint('標籤、zh-TW、PDF/A-2b', {
        tagged: true,
        language: 'zh-TW',
        title: '函',
        standard: 'PDF/A-2B',
      }),
    ],
    check: (_, { printed }) =>
      printed ? missingMarks(printed).map((found) => ({ path: '', params: { found } })) : [],
  },
  {
    id: 'GW-Y019',
    severity: 'warning',
    tier: 'R',
    fix: 'none',
    title: 'PDF的文字與公文內容一致',
    message: 'PDF 裡找不到「{found}…」；請查對輸出',
    source: cite('practice', '輸出試驗'),
    bad: [inPrint('少了說明', { text: '主旨：請於115年10月30日前填復綠美化成果調查表，請查照。' })],
    good: [
      inPrint('文字齊全', { text: BODY }),
      inPrint('換行、頁碼', { text: BODY.replace('辦理', '辦\n第1頁，共2頁\n理') }),
    ],
    check: (_, { printed, text }) => (printed?.text === undefined ? [] : lostTexts(text, printed.text)),
  },
  {
    id: 'GW-Y020',
    severity: 'error',
    tier: 'R',
    fix: 'none',
    title: 'ODT合於所宣告版本的綱要',
    message: 'ODT 不合綱要：{problem}',
    source: 'CNS 15251；OASIS OpenDocument 1.2',
    bad: [inPrint('不合綱要', { odtFaults: ['element text:x not allowed'] })],
    good: [inPrint('合於綱要', { odtFaults: [] })],
    check: (_, { printed }) =>
      (printed?.odtFaults ?? []).map((problem) => ({ path: '', params: { problem } })),
  },
];
