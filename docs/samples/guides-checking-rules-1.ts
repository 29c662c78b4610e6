// From docs/guides/checking-rules.md; written by docs/build/write-docs.ts.
import { parseDraft } from '@kcc/gongwen';
import { fixLetter, lintLetter } from '@kcc/gongwen/lint';

const { letter } = parseDraft(`甲機關　函
主旨：檢送資料一份，請　鑒核。
正本：乙機關
`);
if (!letter || letter.kind !== 'letter') throw new Error('no letter');

for (const { code, severity, path, message, fix } of lintLetter(letter, { relation: 'level' })) {
  console.log(code, severity, path, message, fix?.safe ? '可自動修正' : '');
}
const { letter: better, applied } = fixLetter(letter, { relation: 'level' });
console.log(applied.map(({ code }) => code), better);

export { letter, better, applied };
