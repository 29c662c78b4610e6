import type { Announcement } from '../../model/letter.ts';
import { inAnnouncement, inDecree, inMemo, plainDecree, withContext } from '../examples.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';
import { titleRank } from '../tables/title-ranks.ts';

const titled = (...titles: string[]) => ({
  submitTo: titles.map((title) => ({ type: 'person', name: '', title }) as const),
});
const basis = (text: string): Partial<Announcement> => ({ sections: [{ name: '依據', text, items: [] }] });
const ENACTS =
  /制定|訂定|修正|廢止|增訂|刪除|停止適用|發布|公布|特任|任命|核釋|解釋|核定|派|免除?|調任|晉任|褒揚|授予|追晉/;
const BEGINS = new RegExp(`^(?:茲|爰)?(?:${ENACTS.source})`);

/** Q: 簽; K: 公告; O: 令. */
export const memoDecreeRules: readonly Rule[] = [
  {
    id: 'GW-Q001',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    kinds: ['memo'],
    title: '內部簽只列最末層單位',
    message: '「{found}」請只寫最末層單位',
    source: cite('textbook'),
    bad: [
      inMemo('簽於嘉禾市政府資訊處資訊科', { issuers: [{ type: 'unit', name: '嘉禾市政府資訊處資訊科' }] }),
    ],
    good: [inMemo('簽　於資訊科', {})],
    check: (letter) =>
      letter.issuers.flatMap(({ type, name }, index) =>
        type === 'unit' && /^.{2,}(?:政府|[部署局處院會]).{1,8}[科室組課股]$/.test(name)
          ? [{ path: `/issuers/${index}/name`, params: { found: name } }]
          : [],
      ),
  },
  {
    id: 'GW-Q002',
    severity: 'warning',
    tier: 'D',
    fix: 'none',
    kinds: ['memo'],
    title: '簽有單位與日期',
    message: '簽缺少{name}；請補上',
    source: cite('handbook104', '16(二)8'),
    bad: [inMemo('沒有單位', { issuers: [] })],
    good: [inMemo('單位、日期', {})],
    check: (letter, { finished }) => {
      if (letter.kind !== 'memo') return [];
      const missing: Finding[] =
        letter.issuers.length === 0 ? [{ path: '/issuers', params: { name: '單位' } }] : [];
      if (finished && letter.signedDate === undefined && letter.signedDateText === undefined)
        missing.push({ path: '/signedDate', params: { name: '日期' } });
      return missing;
    },
  },
  {
    id: 'GW-O001',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    kinds: ['decree'],
    title: '令類別為令或獎懲令',
    message: '沒有「{found}」這種令；請改為「令」或「獎懲令」',
    source: cite('dtd', '令類別'),
    bad: [{ shown: '命令', letter: { ...plainDecree, subtype: '命令' } }],
    good: [{ shown: '令', letter: plainDecree }],
    check: (letter) =>
      letter.kind === 'decree' && letter.subtype !== '令' && letter.subtype !== '獎懲令'
        ? [{ path: '/subtype', params: { found: letter.subtype } }]
        : [],
  },
  {
    id: 'GW-Q003',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    kinds: ['memo'],
    title: '敬陳由下而上，決行者在最後',
    message: '「{found}」的職位低於前一位「{right}」；請由下而上排列',
    source: cite('dtd', '敬陳'),
    bad: [inMemo('敬陳局長、科長', titled('局長', '科長'))],
    good: [
      inMemo('敬陳科長、局長', titled('科長', '局長')),
      inMemo('敬陳科長、主任秘書、市長', titled('科長', '主任秘書', '市長')),
    ],
    check: (letter): Finding[] => {
      if (letter.kind !== 'memo') return [];
      const named = letter.submitTo.map((party, index) => {
        const title = (party.type === 'person' ? party.title : undefined) ?? party.name;
        return { index, title, rank: titleRank(title) };
      });
      const known = named.filter(({ rank }) => rank !== undefined);
      return known.flatMap(({ index, title, rank = 0 }, place) => {
        const before = known[place - 1];
        return before?.rank !== undefined && before.rank > rank
          ? [{ path: `/submitTo/${index}`, params: { found: title, right: before.title } }]
          : [];
      });
    },
  },
  {
    id: 'GW-Q004',
    severity: 'info',
    tier: 'C',
    fix: 'none',
    kinds: ['memo'],
    title: '註明擬辦方式：先簽後稿、簽稿併陳、以稿代簽',
    message: '沒有註明擬辦方式；請選擇',
    source: cite('handbook104', '19(一)'),
    bad: [inMemo('沒有擬辦方式', {})],
    good: [inMemo('簽稿併陳', { handling: '2' })],
    check: (letter) =>
      letter.kind === 'memo' && letter.handling === undefined ? [{ path: '/handling' }] : [],
  },
  {
    id: 'GW-K001',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    kinds: ['announcement'],
    title: '公告沒有受文者、速別、密等（C10）',
    message: '公告不列「{name}」；請刪去',
    source: `${cite('dtd', '公告')}；${cite('format', '7')}`,
    bad: [
      inAnnouncement('公告有速別', { urgency: '普通件' }),
      inAnnouncement('公告有受文者', { addressee: { type: 'organisation', name: '嘉禾市政府' } }),
      withContext({ choices: { paperOnlyFields: false } }, inAnnouncement('交換檔的公告有署名', {})),
    ],
    good: [inAnnouncement('公告', {})],
    check: (letter, { choices }) => {
      const wrong: readonly (readonly [string, string, boolean])[] = [
        ['/addressee', '受文者', letter.addressee !== undefined],
        ['/urgency', '速別', letter.urgency !== undefined],
        ['/classification', '密等', letter.classification !== undefined],
        ['/signatures', '署名', !choices.paperOnlyFields && letter.signatures.length > 0],
      ];
      return wrong.filter(([, , there]) => there).map(([path, name]) => ({ path, params: { name } }));
    },
  },
  {
    id: 'GW-K002',
    severity: 'warning',
    tier: 'D',
    fix: 'none',
    kinds: ['announcement'],
    title: '公告的依據寫法規或公文',
    message: '依據「{found}」不是法規或公文；沒有依據時刪去這一段',
    source: cite('format', '7 範例'),
    bad: [inAnnouncement('依據：業務需要。', basis('業務需要。'))],
    good: [
      inAnnouncement('依據：自治條例第5條。', basis('嘉禾市綠美化自治條例第5條。')),
      inAnnouncement('依據：函', basis('內政部115年10月1日台內字第1150001234號函。')),
    ],
    check: (_, { text }) =>
      text.parts.flatMap(({ path, section, text: words }) =>
        section === '依據' &&
        !/[法令函]|條例|細則|規則|準則|標準|通則|規程|要點|須知|計畫|規定|公約|協定|字第|決議|會議|契約|判決|事項/.test(
          words,
        )
          ? [{ path, params: { found: words } }]
          : [],
      ),
  },
  {
    id: 'GW-O002',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    kinds: ['decree'],
    title: '令文以制定、訂定、修正、廢止等動詞開頭',
    message: '令文以「{found}」開頭；請以訂定、修正、廢止、任命等動詞開頭',
    source: '文書處理手冊（未覆核）',
    bad: [inDecree('檢送…請查照。', { subject: '檢送「嘉禾市綠美化作業要點」1份，請查照。' })],
    good: [
      inDecree('修正…', {}),
      inDecree('訂定…', { subject: '訂定「嘉禾市綠美化作業要點」，自115年11月1日生效。' }),
      inDecree('自…起，停止適用', { subject: '「嘉禾市綠美化作業要點」自115年11月1日停止適用。' }),
    ],
    check: (letter) => {
      if (letter.kind !== 'decree' || letter.subtype !== '令') return [];
      const text = letter.subject.trim();
      const likeLetter = /^(?:檢送|檢陳|檢附|請|有關|關於|為|查|函|轉知)/.test(text) || !ENACTS.test(text);
      return text === '' || BEGINS.test(text) || !likeLetter
        ? []
        : [{ path: '/subject', params: { found: text.slice(0, 6) } }];
    },
  },
];
