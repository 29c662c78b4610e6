// From packages/gongwen/README.md; written by docs/build/write-docs.ts.
import { formatDraft, parseDraft } from '@kcc/gongwen';

const { letter, issues } = parseDraft(`高雄市議員○○○服務處　函
主旨：檢送計畫書1份，請查照。
說明：
一、依據年度計畫辦理。
二、副本抄送：
（一）民政局。
正本：高雄市議會【380000000A】
副本：
議員　○○○
`);
const yaml = letter && formatDraft(letter, 'yaml');

export { letter, issues, yaml };
