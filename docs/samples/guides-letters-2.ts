// From docs/guides/letters.md; written by docs/build/write-docs.ts.
import { formatDraft, newDraft, parseDraft } from '@kcc/gongwen';

const { letter, issues } = parseDraft(`高雄市議員王小明服務處　函
主旨：檢送計畫書1份，請查照。
說明：
一、依據年度計畫辦理。
二、副本抄送：
（一）民政局。
正本：高雄市議會【398000000A】
副本：
署名：議員　王小明
`);
if (!letter) throw new Error(issues[0]?.message);
console.log(formatDraft(letter, 'yaml'));
console.log(newDraft('開會通知單')?.text); // 有說明的範本

export { letter, issues };
