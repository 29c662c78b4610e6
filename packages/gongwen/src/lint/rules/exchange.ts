import { inBodies, withContext, withFields } from '../examples.ts';
import { goodItems, onPaper, paged } from '../examples-paper.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';
import { isOrderIssue } from './composition.ts';

const missing = {
  code: 'GRAMMAR_ATTRIBUTE_MISSING',
  severity: 'error',
  path: '/函/函類別',
  message: '<函類別> 缺少必要的屬性「代碼」',
} as const;
const two = [goodItems, goodItems.slice(1)];
const asCopy = (copy: 'sent' | 'received', shown: string, changes: Parameters<typeof paged>[1]) => {
  const example = onPaper(shown, paged(two, changes));
  return { ...example, context: { ...example.context, copy } };
};

/** E: the exchange. */
export const exchangeRules: readonly Rule[] = [
  {
    id: 'GW-E001',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    title: '交換檔合於 DTD',
    message: '交換檔不合 DTD：{problem}',
    source: cite('dtd'),
    bad: [withContext({ grammar: [missing] }, withFields('缺少屬性的交換檔', {}))],
    good: [withContext({ grammar: [] }, withFields('合於 DTD 的交換檔', {}))],
    check: (_, { grammar = [] }) =>
      grammar
        .filter((issue) => issue.severity === 'error' && !isOrderIssue(issue))
        .map(({ path, message }) => ({ path, params: { problem: message } })),
  },
  {
    id: 'GW-E002',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    title: '每個字都能顯示、能交換',
    message: '「{found}」無法以所用的字型顯示，或無法交換；請改用其他字',
    source: '文書及檔案管理電腦化作業規範',
    bad: [
      withContext(
        { hasCharacter: (code) => code < 0x20000 },
        inBodies('許𠮷君。')[0] ?? withFields('𠮷', {}),
      ),
    ],
    good: [withContext({ hasCharacter: (code) => code < 0x20000 }, withFields('常用字', {}))],
    check: (_, { text, hasCharacter }) => {
      if (hasCharacter === undefined) return [];
      return [...text.characters].flatMap((found): Finding[] => {
        if (/\s/.test(found) || hasCharacter(found.codePointAt(0) ?? 0)) return [];
        const part = text.parts.find(({ text: words }) => words.includes(found));
        if (!part) return [];
        const start = part.text.indexOf(found);
        return [{ path: part.path, range: [start, start + found.length], params: { found } }];
      });
    },
  },
  {
    id: 'GW-E003',
    severity: 'info',
    tier: 'D',
    fix: 'none',
    title: '歸檔稿註已電子交換；收文列印加頁碼、騎縫標識、電子公文',
    message: '這一份沒有{found}；請加上',
    source: cite('exchange', '第7條(五)、第8條(二)'),
    bad: [asCopy('sent', '歸檔稿沒有註記', {}), asCopy('received', '收文列印沒有騎縫', { mark: '電子公文' })],
    good: [
      asCopy('sent', '歸檔稿註已電子交換', { mark: '已電子交換' }),
      asCopy('received', '收文列印齊全', { mark: '電子公文', edgeMarks: true }),
    ],
    check: (_, { copy, paged: document }) => {
      if (!document || (copy !== 'sent' && copy !== 'received')) return [];
      const { mark, pageNumbers, edgeMarks } = document.document;
      const received = copy === 'received';
      const lacking = [
        ...(mark === '' ? [received ? '「電子公文」' : '「已電子交換」'] : []),
        ...(received && !pageNumbers ? ['頁碼'] : []),
        ...(received && document.pages.length > 1 && !edgeMarks ? ['騎縫標識'] : []),
      ];
      return lacking.map((found) => ({ path: '', params: { found } }));
    },
  },
];
