// From docs/guides/migrating.md; written by docs/build/write-docs.ts.
import { letterFromTree, salvageDocument, writeDispatch } from '@kcc/gongwen';

const mine = `<?xml version="1.0" encoding="utf-8"?>
<函><發文機關><全銜>甲機關</全銜></發文機關><函類別 代碼="函"/><主旨><文字>A&B 案，請查照。</文字></主旨>
<正本><全銜 機關代碼="397000000A">乙機關</全銜></正本></函>`;
const reading = await salvageDocument(new TextEncoder().encode(mine)); // readLetter 只讀格式正確的；這個會補救
console.log(reading.wellFormed, reading.issues.map(({ code, line }) => `${code} 第 ${line} 行`)); // false：& 沒有跳脫
if (!reading.tree) throw new Error('補救不了');
const { letter } = letterFromTree({ ...reading, tree: reading.tree });
if (!letter) throw new Error('不是公文');
const again = writeDispatch(letter, { baseName: 'mended' });
console.log(again.files.map(({ path }) => path), again.issues.map(({ code }) => code));

export { mine, reading, letter, again };
