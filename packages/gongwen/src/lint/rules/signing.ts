import type { Letter, Relation, Signing } from '../../model/letter.ts';
import { inAnnouncement, plainDecree, withContext, withFields } from '../examples.ts';
import { sealRoom } from '../examples-paper.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const BY_STAMP = ['書函', '移文單', '交辦案件通知單', '交議案件通知單', '催辦案件通知單'];

/** How a 函 is signed in each direction. */
const MODES: Partial<Readonly<Record<Relation, readonly Signing['mode'][]>>> = {
  up: ['職章', 'none'],
  level: ['職章', '簽字章', 'none'],
  down: ['簽字章', 'none'],
};
const STAMPS: Partial<Readonly<Record<Relation, string>>> = {
  up: '職銜、姓名及職章',
  level: '職銜簽字章或職章',
  down: '職銜簽字章',
};
const stamp = (mode: Signing['mode'], acting?: Signing['acting']): { signing: Signing } => ({
  signing: { mode, ...(acting && { acting }) },
});
const joint = {
  issuers: [
    { type: 'organisation', name: '嘉禾市政府' },
    { type: 'organisation', name: '嘉禾縣政府' },
  ],
} as const;
const wrongMode = (letter: Letter, allowed: readonly string[] | undefined, right: string): Finding[] => {
  const found = letter.signing?.mode;
  return found === undefined || allowed === undefined || allowed.includes(found)
    ? []
    : [{ path: '/signing/mode', params: { found, right } }];
};

/** G: signing and seals. */
export const signingRules: readonly Rule[] = [
  {
    id: 'GW-G001',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    kinds: ['letter'],
    title: '函的用印合於行文關係',
    message: '「{found}」不合行文關係；應用{right}',
    source: cite('handbook104', '用印2'),
    bad: [
      withFields('上行函用簽字章', { relation: 'up', ...stamp('簽字章') }),
      withFields('下行函用職章', { relation: 'down', ...stamp('職章') }),
    ],
    good: [
      withFields('上行函用職章', { relation: 'up', ...stamp('職章') }),
      withFields('平行函用簽字章', { relation: 'level', ...stamp('簽字章') }),
      withFields('關係不明', stamp('簽字章')),
    ],
    check: (letter, { relation }) => {
      if (letter.kind !== 'letter' || letter.subtype !== '函' || relation === undefined) return [];
      return wrongMode(letter, MODES[relation], STAMPS[relation] ?? '');
    },
  },
  {
    id: 'GW-G002',
    severity: 'warning',
    tier: 'C',
    fix: 'offered',
    kinds: ['letter'],
    title: '書函、移文單等用條戳，不具首長姓名',
    message: '{found}用機關或單位條戳，不署首長職銜姓名；請改正',
    source: cite('handbook104', '用印3'),
    bad: [withFields('書函署「市長　許○○」', { subtype: '書函' })],
    good: [
      withFields('函署「市長　許○○」', {}),
      withFields('科長依分層負責署名', { subtype: '書函', signatures: ['科長　許○○'] }),
      withFields('書函用條戳', { subtype: '書函', signatures: ['嘉禾市政府'] }),
    ],
    check: (letter) =>
      letter.kind === 'letter' && BY_STAMP.includes(letter.subtype)
        ? letter.signatures.flatMap((found, index) =>
            /(?<![科組課股])長[\s　]+\S/.test(found)
              ? [
                  {
                    path: `/signatures/${index}`,
                    params: { found: letter.subtype },
                    edits: [{ path: `/signatures/${index}`, value: letter.issuers[0]?.name ?? '' }],
                  },
                ]
              : [],
          )
        : [],
  },
  {
    id: 'GW-G003',
    severity: 'warning',
    tier: 'D',
    fix: 'none',
    kinds: ['announcement', 'decree'],
    title: '公告、令留印信位置',
    message: '{found}應蓋印信，或留印信的位置；請改正',
    source: cite('format', '7'),
    bad: [
      inAnnouncement('公告只用條戳', stamp('條戳')),
      withContext({ paged: sealRoom(false) }, inAnnouncement('公告沒有留印信的位置', {})),
    ],
    good: [
      inAnnouncement('公告用印信', stamp('印信')),
      withContext({ paged: sealRoom(true) }, inAnnouncement('公告留有印信的位置', {})),
    ],
    check: (letter, { paged }) => {
      const found = letter.kind === 'announcement' ? '公告' : '令';
      const room = paged?.document.blocks.some((block) => block.type === 'gap' && block.role === 'seal');
      const wrong = letter.signing !== undefined && !['印信', 'none'].includes(letter.signing.mode);
      if (wrong) return [{ path: '/signing/mode', params: { found } }];
      return room === false ? [{ path: '/signing', params: { found } }] : [];
    },
  },
  {
    id: 'GW-G004',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    title: '代理、代行依規定署名',
    message: '{found}的公文，署名沒有「{found}」字樣（代行應由代行人附署）；請補上',
    source: cite('handbook104', '用印5'),
    bad: [
      withFields('代行而未附署', { ...stamp('簽字章', '代行'), signatures: ['市長　許○○'] }),
      withFields('代理而未註明', { ...stamp('簽字章', '代理'), signatures: ['市長　許○○'] }),
    ],
    good: [
      withFields('代行附署', {
        ...stamp('簽字章', '代行'),
        signatures: ['市長　許○○', '副市長　陳○○　代行'],
      }),
      withFields('代理署名', { ...stamp('簽字章', '代理'), signatures: ['代理市長　陳○○'] }),
    ],
    check: ({ signing, signatures }) => {
      const found = signing?.acting;
      if (found === undefined || signatures.length === 0) return [];
      const named = signatures.some((line) => line.includes(found));
      return named && (found !== '代行' || signatures.length > 1)
        ? []
        : [{ path: '/signatures', params: { found } }];
    },
  },
  {
    id: 'GW-G005',
    severity: 'info',
    tier: 'D',
    fix: 'none',
    kinds: ['letter', 'decree', 'announcement'],
    title: '會銜公文的用印',
    message: '會銜公文不用「{found}」；應用{right}',
    source: cite('handbook104', '用印6'),
    bad: [
      withFields('會銜函用條戳', { ...joint, ...stamp('條戳') }),
      { shown: '會銜令用簽字章', letter: { ...plainDecree, ...joint, ...stamp('簽字章') } },
    ],
    good: [withFields('會銜函用簽字章', { ...joint, ...stamp('簽字章') })],
    check: (letter) => {
      if (letter.issuers.length < 2) return [];
      return letter.kind === 'decree'
        ? wrongMode(letter, ['印信', 'none'], '印信')
        : wrongMode(letter, ['簽字章', '職章', '印信', 'none'], '簽字章或職章');
    },
  },
  {
    id: 'GW-G006',
    severity: 'info',
    tier: 'C',
    fix: 'safe',
    title: '電子交換得不蓋印、不簽署',
    message: '電子交換得免「{found}」',
    source: cite('exchange', '第5條'),
    bad: [withContext({ route: 'exchange' }, withFields('電子交換用簽字章', stamp('簽字章')))],
    good: [
      withContext({ route: 'exchange' }, withFields('電子交換不用印', stamp('none'))),
      withContext({ route: 'paper' }, withFields('紙本用簽字章', stamp('簽字章'))),
    ],
    check: ({ signing }, { route }) =>
      route === 'exchange' && signing !== undefined && signing.mode !== 'none'
        ? [
            {
              path: '/signing/mode',
              params: { found: signing.mode },
              edits: [{ path: '/signing/mode', value: 'none' }],
            },
          ]
        : [],
  },
  {
    id: 'GW-G007',
    severity: 'info',
    tier: 'K',
    fix: 'safe',
    title: '職銜與姓名間空一格',
    message: '署名「{found}」的職銜與姓名之間請用一個全形空白',
    source: cite('format', '範例'),
    bad: [withFields('市長 許○○', { signatures: ['市長 許○○'] })],
    good: [withFields('市長　許○○', {})],
    check: ({ signatures }) =>
      signatures.flatMap((found, index) => {
        const path = `/signatures/${index}`;
        const right = found.replace(/長 +(?=\S)/, '長　');
        return right === found ? [] : [{ path, params: { found }, edits: [{ path, value: right }] }];
      }),
  },
];
