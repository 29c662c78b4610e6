import type { Letter, Section } from '../../model/index.ts';
import { positionalDigits } from '../chinese-number.ts';
import { inBodies, withFields } from '../examples.ts';
import { patternRule } from '../pattern-rule.ts';
import type { Finding, Rule } from '../rule.ts';
import { cite } from '../tables/sources.ts';

const ZEROS = '○〇零';
const sectionsOf = (letter: Letter): readonly Section[] => ('sections' in letter ? letter.sections : []);

/** U: marks of section names and zeros. */
export const markRules: readonly Rule[] = [
  {
    id: 'GW-U015',
    severity: 'warning',
    tier: 'K',
    fix: 'safe',
    title: '段名之後的冒號自動加全形',
    message: '段名「{found}」帶著冒號或在內文重複；請刪去，冒號由版面加上全形',
    source: cite('dtd', '段落@段名'),
    bad: [
      withFields('說明:', { sections: [{ name: '說明:', text: '依計畫辦理。', items: [] }] }),
      withFields('說明：說明:依計畫', { sections: [{ name: '說明', text: '說明:依計畫辦理。', items: [] }] }),
    ],
    good: [withFields('說明：', {})],
    check: (letter) =>
      sectionsOf(letter).flatMap(({ name, text = '' }, index): Finding[] => {
        const path = `/sections/${index}`;
        const bare = name.replace(/[:：\s]+$/, '');
        const found: Finding[] = [];
        if (bare !== name)
          found.push({
            path: `${path}/name`,
            params: { found: name },
            edits: [{ path: `${path}/name`, value: bare }],
          });
        const repeated = /^\s*(\p{Script=Han}+)[:：]\s*/u.exec(text);
        if (bare !== '' && repeated?.[1] === bare) {
          const range = [0, repeated[0].length] as const;
          const place = `${path}/text`;
          found.push({
            path: place,
            range,
            params: { found: bare },
            edits: [{ path: place, range, value: '' }],
          });
        }
        return found;
      }),
  },
  patternRule({
    id: 'GW-U016',
    severity: 'info',
    tier: 'K',
    fix: 'offered',
    title: '〇、○、0、零的寫法一致',
    message: '「{found}」的零有多種寫法；請改為「{right}」',
    source: cite('numbers', '第2點'),
    hint: ZEROS,
    pattern:
      /(?<![一二三四五六七八九十○〇零])[一二三四五六七八九](?:[一二三四五六七八九]?[○〇零][一二三四五六七八九]?)(?=年)/g,
    replace: ({ match }) => positionalDigits(match[0]),
    bad: inBodies('自一一○年起施行。', '一〇五年度。'),
    good: inBodies('自110年起施行。', '許○○君。'),
  }),
];
