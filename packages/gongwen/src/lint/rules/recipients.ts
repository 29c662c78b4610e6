import { withContext, withFields } from '../examples.ts';
import { recipientsOf } from '../parties.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const office = { type: 'organisation', name: '嘉禾市東禾區公所' } as const;
const roster = { type: 'roster', text: '如正副本行文單位' } as const;
const many = Array.from(
  { length: 21 },
  (_, index) => ({ type: 'organisation', name: `嘉禾市第${index + 1}區公所` }) as const,
);

/** R: recipients and copies. */
export const recipientRules: readonly Rule[] = [
  {
    id: 'GW-R001',
    severity: 'error',
    tier: 'D',
    fix: 'none',
    kinds: ['letter'],
    title: '函有正本',
    message: '沒有正本受文者；請填寫',
    source: cite('dtd', '正本'),
    bad: [withFields('沒有正本', { recipients: [] })],
    good: [withFields('有正本', {})],
    check: (letter) =>
      letter.kind === 'letter' && letter.recipients.length === 0 ? [{ path: '/recipients' }] : [],
  },
  {
    id: 'GW-R002',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    title: '受文者寫全銜或明確總稱',
    message: '「{found}」不明確；請寫全銜或明確的總稱，如「本府各一級機關」',
    source: cite('handbook112', '31'),
    bad: [withFields('各單位', { recipients: [{ type: 'collective', name: '各單位' }] })],
    good: [withFields('本府各一級機關', { recipients: [{ type: 'collective', name: '本府各一級機關' }] })],
    check: (letter) =>
      recipientsOf(letter).flatMap(({ path, party }) =>
        /^(?:各(?:有關|相關)?(?:單位|機關)|(?:有關|相關)(?:單位|機關)|如說明|相關人員)$/.test(party.name)
          ? [{ path: `${path}/name`, params: { found: party.name } }]
          : [],
      ),
  },
  {
    id: 'GW-R003',
    severity: 'warning',
    tier: 'C',
    fix: 'none',
    kinds: ['letter'],
    title: '發出的本別受文者為該機關（C4）',
    message: '發給個別受文者的本不寫「{found}」；請寫該受文者',
    source: cite('handbook112', '31'),
    bad: [
      withContext(
        { choices: { collectiveAddressee: false } },
        withFields('發出的本別寫如正副本行文單位', { addressee: roster }),
      ),
    ],
    good: [
      withContext({ choices: { collectiveAddressee: false } }, withFields('受文者為機關', {})),
      withFields('稿本寫如正副本行文單位', { addressee: roster }),
    ],
    check: ({ addressee }, { choices }) =>
      !choices.collectiveAddressee && addressee?.type === 'roster'
        ? [{ path: '/addressee', params: { found: addressee.text } }]
        : [],
  },
  {
    id: 'GW-R004',
    severity: 'warning',
    tier: 'D',
    fix: 'safe',
    title: '正本、副本不重複',
    message: '「{found}」在{list}重複；請刪去其一',
    source: cite('practice'),
    bad: [withFields('副本與正本相同', { copies: [office] })],
    good: [withFields('各列一次', { copies: [{ type: 'organisation', name: '嘉禾市西禾區公所' }] })],
    check: (letter) => {
      const seen = new Set<string>();
      return recipientsOf(letter).flatMap(({ path, party, list }): Finding[] => {
        const key = `${party.name}/${party.type === 'person' ? (party.title ?? '') : ''}`;
        const again = seen.has(key) && party.name !== '' && !/[○〇]/.test(party.name);
        seen.add(key);
        return again
          ? [{ path, params: { found: party.name, list }, edits: [{ path, value: undefined }] }]
          : [];
      });
    },
  },
  {
    id: 'GW-R008',
    severity: 'info',
    tier: 'D',
    fix: 'none',
    title: '受文者多時另附清單',
    message: '受文者有 {count} 個；宜另附發文清單',
    source: cite('practice'),
    bad: [withFields('21 個受文者', { recipients: many })],
    good: [withFields('1 個受文者', {})],
    check: (letter, { choices }) => {
      const count = recipientsOf(letter).length;
      return count > choices.manyRecipients ? [{ path: '/recipients', params: { count } }] : [];
    },
  },
  {
    id: 'GW-R009',
    severity: 'warning',
    tier: 'K',
    fix: 'none',
    kinds: ['letter'],
    title: '個人加稱謂或職稱',
    message: '「{found}」沒有先生、女士、君或職稱；請補上',
    source: cite('handbook104', '18(四)'),
    bad: [withFields('許○○', { recipients: [{ type: 'person', name: '許○○' }] })],
    good: [withFields('許○○君', { recipients: [{ type: 'person', name: '許○○君' }] })],
    check: (letter) =>
      recipientsOf(letter).flatMap(({ path, party }) =>
        party.type === 'person' &&
        party.title === undefined &&
        party.name !== '' &&
        !/(?:先生|女士|小姐|君|律師|醫師|教授|老師|議員|委員|長|員)$/.test(party.name)
          ? [{ path: `${path}/name`, params: { found: party.name } }]
          : [],
      ),
  },
];
