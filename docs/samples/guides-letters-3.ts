// From docs/guides/letters.md; written by docs/build/write-docs.ts.
import { readDispatch, readLetter } from '@kcc/gongwen';

const bytes = new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE 函 SYSTEM "104_2_utf8.dtd">
<函><發文機關><全銜>甲機關</全銜></發文機關><主旨><文字>請查照。</文字></主旨></函>`);
const { letter, wellFormed, valid, issues } = readLetter(bytes);
if (letter?.kind === 'letter') console.log(letter.subject); // 先看 kind，才知道有哪些欄位
console.log(wellFormed, valid); // true false
console.log(issues[0]?.message, issues[0]?.line); // 缺什麼、在哪一行

// 一整件：公文、交換表與附件一起讀，名稱與代碼對起來
const dispatch = await readDispatch([{ path: 'a.di', bytes }]);
console.log(dispatch.issues.length, dispatch.attachments.length);

export { bytes, letter, wellFormed, valid, issues, dispatch };
