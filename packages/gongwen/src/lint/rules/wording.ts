import { inBodies, inMemo, inSubject, withContext } from '../examples.ts';
import { patternRule } from '../pattern-rule.ts';
import type { Rule } from '../rule.ts';
import { COLLOQUIAL } from '../tables/colloquial.ts';
import { cite } from '../tables/sources.ts';

/** T: words and phrases. */
export const wordingRules: readonly Rule[] = [
  patternRule({
    id: 'GW-T004',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '用臺端',
    message: '「{found}」應作「{right}」；請改正',
    source: cite('handbook104', '18'),
    pattern: /台端/g,
    replace: () => '臺端',
    bad: inBodies('復台端來信。'),
    good: inBodies('復臺端來信。'),
  }),
  patternRule({
    id: 'GW-T005',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '不挪抬',
    message: '「{found}」有空白；挪抬已取消，請刪去空白',
    source: '院臺綜字第1040127907號函（104.3.25）',
    hint: ' \u3000',
    pattern:
      /(?<=\p{Script=Han})[ 　]+(?=(?:鑒核|鑒察|查照|核示|備查|核備|照辦|察照|釋示|鈞[部署局府院長處會]|貴[部署局府院處會]))|(?<=[請貴鈞])[ 　]+(?=\p{Script=Han})/gu,
    replace: () => '',
    bad: [inSubject('檢送計畫1份，請　查照。'), ...inBodies('依 鈞府函辦理。', '復貴 局函。')],
    good: [inSubject('檢送計畫1份，請查照。'), ...inBodies('依「請　查照」之例。')],
  }),
  patternRule({
    id: 'GW-T006',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '用惠予',
    message: '「{found}」語法不合；請改為「{right}」',
    source: cite('interpretation', '101.10.29、112.10.4'),
    pattern: /惠請(?:惠予)?(查照|鑒核|鑒察|備查|核示)?/g,
    replace: ({ match }) => (match[1] ? `請${match[1]}` : '請惠予'),
    bad: inBodies('惠請協助填復。'),
    good: inBodies('請惠予協助填復。'),
  }),
  patternRule({
    id: 'GW-T007',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '不用為要、為荷等贅語',
    message: '「{found}」是贅語；請刪去',
    source: cite('interpretation', '110.8.5、107.1.11'),
    hint: '荷要禱誼便',
    pattern:
      /(?:，?(?:至紉公誼|[實至]感[德公]便|實為德便|[無毋]任感[荷禱]|至為感荷|不勝感荷|是所至禱)|(?<=[理照復知助核查納])，?為[要荷禱]|，為[要荷禱])(?=[。，；]|$)/gm,
    replace: () => '',
    bad: [
      inSubject('請派員參加，請查照為荷。'),
      ...inBodies('請惠予協助，無任感荷。', '請惠予協助，至為感荷。'),
    ],
    good: [inSubject('請派員參加，請查照。'), ...inBodies('施工以安全為要。')],
  }),
  patternRule({
    id: 'GW-T008',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '鑒核即可，不加示遵',
    message: '「{found}」疊用；請改為「{right}」',
    source: cite('handbook112'),
    pattern: /鑒核示遵/g,
    replace: () => '鑒核',
    bad: [inSubject('檢陳計畫1份，請鑒核示遵。')],
    good: [inSubject('檢陳計畫1份，請鑒核。')],
  }),
  patternRule({
    id: 'GW-T009',
    severity: 'info',
    tier: 'K',
    fix: 'offered',
    title: '用查照（C8）',
    message: '「{found}」不是手冊用語；請改為「{right}」',
    source: cite('interpretation', '112.10.4'),
    pattern: /請[詧察]照/g,
    accept: ({ match }, { choices, relation }) =>
      !(match[0] === '請察照' && choices.inspectWord === 'allow' && relation === 'up-non-subordinate'),
    replace: () => '請查照',
    bad: [inSubject('檢送計畫1份，請詧照。')],
    good: [
      inSubject('檢送計畫1份，請查照。'),
      withContext(
        { choices: { inspectWord: 'allow' }, relation: 'up-non-subordinate' },
        inSubject('檢送計畫1份，請察照。'),
      ),
    ],
  }),
  patternRule({
    id: 'GW-T010',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    title: '不用模稜之語',
    message: '「{found}」語意不明確；請寫明意見',
    source: cite('handbook104', '16(二)5、18(二)'),
    hint: '否應似尚',
    pattern: /可否照准|究應如何辦理|似屬可行|似無不合|尚無不合/g,
    bad: inBodies('所請似屬可行。'),
    good: inBodies('所請應屬可行，擬予同意。'),
  }),
  patternRule({
    id: 'GW-T014',
    severity: 'warning',
    tier: 'K',
    fix: 'offered',
    title: '不用口語',
    message: '「{found}」是口語；宜改為「{right}」',
    source: cite('handbook104', '16(二)1'),
    hint: '馬概點沒已為以是',
    pattern: new RegExp(COLLOQUIAL.map(([wrong]) => wrong).join('|'), 'g'),
    replace: ({ match }) =>
      COLLOQUIAL.find(([wrong]) =>
        new RegExp(`^(?:${wrong.replace(/\(\?[!=][^)]*\)/g, '')})$`).test(match[0]),
      )?.[1],
    bad: inBodies('因為經費不足，請馬上填復。', '工程已經完成。'),
    good: inBodies('因經費不足，請即填復。', '已經濟部核定。', '之所以如此。', '大概念圖。'),
  }),
  patternRule({
    id: 'GW-T015',
    severity: 'info',
    tier: 'K',
    fix: 'offered',
    title: '少用在案、在卷',
    message: '「{found}」宜少用',
    source: cite('textbook', '附錄第28頁三(四)'),
    pattern: /各?在[案卷](?=[，。；])/g,
    replace: () => '',
    bad: inBodies('前經函復在案。'),
    good: inBodies('前經函復。'),
  }),
  patternRule({
    id: 'GW-T016',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '一案、1份、一式N份',
    message: '「{found}」應作「{right}」；請改正',
    source: cite('interpretation', '105.4.11、112.6.9、113.11.5'),
    hint: '乙1一',
    pattern:
      /(?<=[\p{Script=Han}\ufffc」])(?:[乙1]案(?=[，。；])|乙份|(?<![式第])一份(?![子心]))|1式(?=[\d一二三四五六七八九]+份)|一式(?:[一二三四五六七八九])份/gu,
    accept: ({ match, part, range }) =>
      match[0] !== '1案' || !/[第計共等]/.test(part.text.charAt(range[0] - 1)),
    replace: ({ match }) => {
      const [text] = match;
      if (text.endsWith('案')) return '一案';
      if (text === '1式') return '一式';
      return text.startsWith('一式') ? `一式${'一二三四五六七八九'.indexOf(text.charAt(2)) + 1}份` : '1份';
    },
    bad: inBodies('有關綠美化乙案，請填復。', '檢送計畫一份。', '申請書一式二份。'),
    good: inBodies('有關綠美化一案，請填復。', '申請書一式2份。', '社會的一份子。', '合計1案。'),
  }),
  {
    id: 'GW-T019',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    kinds: ['memo'],
    title: '簽要有擬辦意見',
    message: '簽以「{found}」作結而沒有擬辦意見；請寫明擬辦',
    source: cite('handbook112', '28(七)'),
    bad: [inMemo('…，陳核。', { subject: '綠美化成果調查一案，陳核。', sections: [] })],
    good: [inMemo('擬辦理…，簽請核示。', {})],
    check: (letter, { text }) => {
      const found = /(陳核|請示)。?$/m.exec(text.masked)?.[1];
      if (
        letter.kind !== 'memo' ||
        found === undefined ||
        letter.sections.some(({ name }) => name === '擬辦')
      )
        return [];
      return /擬/.test(text.masked) ? [] : [{ path: '/subject', params: { found } }];
    },
  },
  patternRule({
    id: 'GW-T022',
    severity: 'info',
    tier: 'K',
    fix: 'offered',
    title: '用語精簡',
    message: '「{found}」宜改為「{right}」',
    source: cite('practice'),
    hint: '類做進',
    pattern: /(?<!該)是類|做一個(說明|報告|檢討)|進行(檢討|說明|調查)/g,
    replace: ({ match }) => match[1] ?? match[2] ?? '該類',
    bad: inBodies('是類案件請列管。', '請進行檢討。'),
    good: inBodies('該類案件請列管。', '請檢討。'),
  }),
  patternRule({
    id: 'GW-T023',
    severity: 'info',
    tier: 'K',
    fix: 'offered',
    title: '「暨」只用於名稱',
    message: '「{found}」只用於會議、機關等名稱；連接詞宜用「{right}」',
    source: '立法慣用語詞及標點符號',
    pattern: /(?<=\p{Script=Han})暨(?!南|大|所屬)(?=\p{Script=Han})/gu,
    replace: () => '及',
    bad: inBodies('請填復調查表暨意見書。'),
    good: inBodies(
      '請填復調查表及意見書。',
      '國立暨南國際大學。',
      '召開「成果發表暨頒獎典禮」。',
      '本府暨所屬機關。',
    ),
  }),
];
