import type { Letter } from '../../model/letter.ts';
import type { Party } from '../../model/party.ts';
import type { AgencyCodes } from '../context.ts';
import { withContext, withFields } from '../examples.ts';
import { partiesOf } from '../parties.ts';
import type { Finding, Rule } from '../rule.ts';
import { RENAMED } from '../tables/agency-names.ts';
import { cite } from '../tables/sources.ts';

const WORDS: Readonly<Record<string, string>> = {
  announcement: '公告',
  meeting: '開會通知單',
  inspection: '會勘通知單',
};
const kindWord = (letter: Letter) => ('subtype' in letter ? letter.subtype : WORDS[letter.kind]);

const book: AgencyCodes = new Map([
  ['嘉禾市東禾區公所', ['Z10000001B']],
  ['嘉禾市西禾區公所', ['Z10000002C']],
  ['嘉禾市政府', ['Z10000000A']],
]);
const recipient = (name: string, code?: string) => ({
  recipients: [{ type: 'organisation', name, ...(code === undefined ? {} : { code }) } as const],
});

/** What is wrong with the code of a name; a name with several codes is never guessed. */
function codeFault(name: string, code: string, known: AgencyCodes): Omit<Finding, 'path'> | undefined {
  const codes = known.get(name);
  if (codes?.includes(code)) return undefined;
  const owner = codes ? undefined : [...known].find(([, own]) => own.includes(code))?.[0];
  if (codes === undefined && owner === undefined) return undefined;
  return { params: { found: code, name, right: codes ? codes.join('、') : `「${owner}」的代碼` } };
}

/** The one full name of the address book that ends as this name does. */
function fullNameOf({ type, name }: Party, addressBook: AgencyCodes | undefined): string | undefined {
  if (addressBook === undefined || type !== 'organisation' || name.length < 3 || addressBook.has(name))
    return undefined;
  const [only, ...more] = [...addressBook.keys()].filter((full) => full.endsWith(name));
  return more.length === 0 ? only : undefined;
}

/** H: names and codes of agencies. */
export const agencyRules: readonly Rule[] = [
  {
    id: 'GW-H001',
    severity: 'warning',
    tier: 'K',
    fix: 'offered',
    title: '機關寫全銜',
    message: '「{found}」不是現行全銜；請改為「{right}」',
    source: cite('handbook112', '31'),
    bad: [
      withFields('勞委會', { recipients: [{ type: 'organisation', name: '勞委會' }] }),
      withContext(
        { addressBook: new Map([['嘉禾市東禾區公所', ['Z10000001B']]]) },
        withFields('東禾區公所', { recipients: [{ type: 'organisation', name: '東禾區公所' }] }),
      ),
    ],
    good: [
      withFields('勞動部', { recipients: [{ type: 'organisation', name: '勞動部' }] }),
      withContext(
        { addressBook: new Map([['嘉禾市東禾區公所', ['Z10000001B']]]) },
        withFields('嘉禾文化協會', { recipients: [{ type: 'organisation', name: '嘉禾文化協會' }] }),
      ),
    ],
    check: (letter, { addressBook }) =>
      partiesOf(letter).flatMap(({ path, party }): Finding[] => {
        const right = RENAMED[party.name] ?? fullNameOf(party, addressBook);
        if (right === undefined) return [];
        const place = `${path}/name`;
        return [
          { path: place, params: { found: party.name, right }, edits: [{ path: place, value: right }] },
        ];
      }),
  },
  {
    id: 'GW-H002',
    severity: 'error',
    tier: 'D',
    fix: 'offered',
    title: '機關代碼屬於該機關',
    message: '「{name}」的代碼不是 {found}，而是 {right}；請查對機關地址簿',
    source: '機關地址簿（政府資料開放平臺 7617）',
    bad: [
      withContext(
        { addressBook: book },
        withFields('東禾區公所用西禾的代碼', recipient('嘉禾市東禾區公所', 'Z10000002C')),
      ),
      withContext({ addressBook: book }, withFields('別的機關的代碼', recipient('南禾區公所', 'Z10000002C'))),
    ],
    good: [
      withContext({ addressBook: book }, withFields('代碼相符', recipient('嘉禾市東禾區公所', 'Z10000001B'))),
      withContext({ addressBook: book }, withFields('地址簿沒有的機關', recipient('嘉禾文化協會'))),
    ],
    check: (letter, { addressBook }) =>
      addressBook === undefined
        ? []
        : partiesOf(letter).flatMap(({ path, party }): Finding[] => {
            if (party.type !== 'organisation' || party.code === undefined) return [];
            const fault = codeFault(party.name, party.code, addressBook);
            const [only, ...more] = addressBook.get(party.name) ?? [];
            const place = `${path}/code`;
            if (!fault) return [];
            return more.length > 0 || only === undefined
              ? [{ path: place, ...fault }]
              : [{ path: place, ...fault, edits: [{ path: place, value: only }] }];
          }),
  },
  {
    id: 'GW-H003',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '全銜與文別之間空一格',
    message: '發文機關「{found}」連著文別；請只寫全銜，文別由標題以全形空白隔開',
    source: cite('format', '6 範例'),
    bad: [withFields('嘉禾市政府函', { issuers: [{ type: 'organisation', name: '嘉禾市政府函' }] })],
    good: [withFields('嘉禾市政府　函', {})],
    check: (letter) => {
      const word = kindWord(letter);
      if (word === undefined || word === '') return [];
      return letter.issuers.flatMap(({ name }, index): Finding[] => {
        if (!name.endsWith(word) || name.endsWith('司令') || name === word) return [];
        const path = `/issuers/${index}/name`;
        const value = name.slice(0, -word.length).replace(/[\s　]+$/, '');
        return [{ path, params: { found: name }, edits: [{ path, value }] }];
      });
    },
  },
];
