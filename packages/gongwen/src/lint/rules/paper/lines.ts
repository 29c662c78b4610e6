import type { Page, PagedDocument, PlacedParagraph } from '../../../layout/index.ts';
import { mayNotBegin, mayNotEnd } from '../../../layout/kinsoku.ts';
import type { Role } from '../../../layout/role.ts';
import { block, goodItems, onPaper, paged, placed } from '../../examples-paper.ts';
import type { Finding, Rule } from '../../rule.ts';
import { cite } from '../../tables/sources.ts';

const TAIL: ReadonlySet<Role> = new Set([
  'recipients',
  'copies',
  'attendees',
  'submitTo',
  'signature',
  'signedDate',
]);
const FIRST_ONLY: ReadonlySet<Role> = new Set([
  'archiveNumber',
  'retention',
  'title',
  'memoTitle',
  'address',
  'contact',
]);

/** Roles whose lines stand under their text, not under their label. */
const HANGING: ReadonlySet<Role> = new Set([
  'subject',
  'section',
  'item',
  'recipients',
  'copies',
  'attendees',
  'meetingField',
  'remarks',
]);

const paragraphsOf = (page: Page): readonly PlacedParagraph[] =>
  page.items.flatMap((item): readonly PlacedParagraph[] => {
    if (item.type === 'paragraph') return [item];
    return item.type === 'gap'
      ? []
      : item.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs));
  });

const eachParagraph = (
  document: PagedDocument | undefined,
  test: (placedParagraph: PlacedParagraph) => Finding['params'] | undefined,
): Finding[] =>
  (document?.pages ?? []).flatMap((page) =>
    paragraphsOf(page).flatMap((item): Finding[] => {
      const params = test(item);
      return params ? [{ path: item.block.path, params: { ...params, page: page.number } }] : [];
    }),
  );

const last = (line: string) => [...line.replace(/[\s　]+$/, '')].at(-1) ?? '';
const first = (line: string) => [...line][0] ?? '';
const text = '依本府計畫辦理。';
const item = block('item', text, { label: '一、', labelKind: 'marker' });
const lines = (...each: (string | readonly [string, number])[]) => paged([[placed(item, ...each)]]);

/** True where a number, a date group or 第…號 is divided. */
const divides = (before: string, after: string) =>
  (/\d$/.test(before) && /^[\d年月日時分號元]/.test(after)) || (before.endsWith('第') && /^\d/.test(after));

/** Y, N: lines and pages. */
export const lineRules: readonly Rule[] = [
  {
    id: 'GW-Y011',
    severity: 'warning',
    tier: 'R',
    fix: 'none',
    title: '續行對齊文字，不對齊項次',
    message: '第 {page} 頁「{found}」的續行沒有縮排；請設凸排',
    source: cite('format', '樣張量測'),
    bad: [onPaper('續行在項次之下', lines(['依本府計畫', 49.66], ['辦理。', 15.87]))],
    good: [onPaper('續行在文字之下', lines(['依本府計畫', 49.66], ['辦理。', 49.66]))],
    check: (_, { paged: document }) =>
      eachParagraph(document, ({ block: { label, role, leftPt, hangingPt }, lines: [one, two], begins }) =>
        begins && label !== '' && HANGING.has(role) && one && two && two.xPt < leftPt - hangingPt + 1
          ? { found: label }
          : undefined,
      ),
  },
  {
    id: 'GW-Y012',
    severity: 'warning',
    tier: 'R',
    fix: 'none',
    title: '段名、項次不留在頁尾',
    message: '第 {page} 頁以「{found}」結束，內容在下一頁；請移到下一頁',
    source: cite('practice'),
    bad: [
      onPaper(
        '頁尾的「說明：」',
        paged([
          [...goodItems, placed(block('section', '', { label: '說明：', labelKind: 'name' }), '')],
          goodItems,
        ]),
      ),
    ],
    good: [onPaper('頁尾是文字', paged([goodItems, goodItems]))],
    check: (_, { paged: document }) =>
      (document?.pages ?? []).slice(0, -1).flatMap((page) => {
        const end = paragraphsOf(page).at(-1);
        return end &&
          end.block.label !== '' &&
          end.block.text === '' &&
          ['section', 'item'].includes(end.block.role)
          ? [{ path: end.block.path, params: { page: page.number, found: end.block.label } }]
          : [];
      }),
  },
  {
    id: 'GW-Y013',
    severity: 'warning',
    tier: 'R',
    fix: 'none',
    title: '避頭尾：行首無句讀，行尾無上引號、上括號',
    message: '第 {page} 頁的「{found}」在行首或行尾；請避開',
    source: '中文排版需求（W3C clreq）',
    bad: [
      onPaper('行首的。', lines('依本府計畫辦理', '。請填復。')),
      onPaper('行尾的「', lines('依「', '綠美化計畫」辦理。')),
    ],
    good: [onPaper('標點不在行首', lines('依本府計畫辦理。', '請填復。'))],
    check: (_, { paged: document }) =>
      eachParagraph(document, ({ lines: all, block: { text: whole } }) => {
        for (const [index, line] of all.entries()) {
          // A line that the writer broke, or that has one character, is no choice of the layout.
          if (whole.includes('\n')) return undefined;
          if (index > 0 && mayNotBegin(first(line.text))) return { found: first(line.text) };
          if (index < all.length - 1 && mayNotEnd(last(line.text))) return { found: last(line.text) };
        }
        return undefined;
      }),
  },
  {
    id: 'GW-Y014',
    severity: 'warning',
    tier: 'R',
    fix: 'none',
    title: '末頁有內文，不只正本、副本、署名',
    message: '第 {page} 頁只有正本、副本或署名；請調整，使內文延到末頁',
    source: cite('practice'),
    bad: [
      onPaper('末頁只有署名', paged([goodItems, [placed(block('signature', '市長　許○○'), '市長　許○○')]])),
    ],
    good: [onPaper('末頁有內文', paged([goodItems, goodItems]))],
    check: (_, { paged: document }) => {
      const end = document?.pages.at(-1);
      if (!document || !end || document.pages.length < 2 || end.items.length === 0) return [];
      const tailOnly = end.items.every((each) => each.type === 'paragraph' && TAIL.has(each.block.role));
      return tailOnly ? [{ path: paragraphsOf(end)[0]?.block.path ?? '', params: { page: end.number } }] : [];
    },
  },
  {
    id: 'GW-Y015',
    severity: 'warning',
    tier: 'R',
    fix: 'none',
    title: '檔號、全銜、地址只在第1頁',
    message: '第 {page} 頁又印出「{found}」；只印在第1頁',
    source: cite('format', '4(六)'),
    bad: [onPaper('第2頁又印全銜', paged([goodItems, goodItems]))],
    good: [onPaper('全銜只在第1頁', paged([goodItems, goodItems.slice(1)]))],
    check: (_, { paged: document }) =>
      (document?.pages ?? [])
        .slice(1)
        .flatMap((page) =>
          paragraphsOf(page).flatMap(({ block: { role, path, label, text: words }, begins }) =>
            FIRST_ONLY.has(role) && begins
              ? [{ path, params: { page: page.number, found: (label + words).slice(0, 8) } }]
              : [],
          ),
        ),
  },
  {
    id: 'GW-N015',
    severity: 'warning',
    tier: 'R',
    fix: 'none',
    // Practice only, and a break between a number and its unit is common print: it speaks when asked for.
    optIn: true,
    title: '數字、日期、字號不跨行',
    message: '第 {page} 頁的「{found}」分在兩行',
    source: cite('practice'),
    bad: [
      onPaper('115/年', lines('請於115', '年10月30日前填復。')),
      onPaper('第/115', lines('府範字第', '1150001234號函。')),
    ],
    good: [onPaper('日期不跨行', lines('請於115年10月30日', '前填復。'))],
    check: (_, { paged: document }) =>
      eachParagraph(document, ({ lines: all }) => {
        for (const [index, line] of all.entries()) {
          const next = all[index + 1]?.text ?? '';
          if (divides(line.text, next)) return { found: `${line.text.slice(-4)}／${next.slice(0, 4)}` };
        }
        return undefined;
      }),
  },
];
