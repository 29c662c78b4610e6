import { defineForm } from '../../define/form.ts';
import { coverLetter } from './cover-letter.ts';
import { coverLetterRules } from './rules.ts';
import { coverLetterSections } from './sections.ts';

/** 函 that accompanies the XCA applications to the council. */
export const xcaCoverLetter = defineForm({
  id: 'xca-cover-letter',
  title: '申請組織及團體憑證函',
  purpose:
    '隨申請書送市議會初審窗口的函：用途、卡別、張數與各件案件流水號後五碼；同一組織的多件申請可共用一函。',
  edition: '108',
  effective: { from: '2019-01-01' },
  source: '高雄市議會「議員服務處公文電子化推廣說明會」資料 (108 年) L431–467',
  verifiedOn: '2026-11-23',
  sections: coverLetterSections,
  rules: coverLetterRules,
  outputs: { letter: coverLetter },
  sources: ['D11', 'H7', 'H9', 'H12', 'H16', 'H17', 'R8'],
  marks: [
    { id: 'H15', kind: 'repaired', note: '附卡流水號空格原文少一格，依「後五碼」補為五格。' },
    { id: 'H2', kind: 'repaired', note: '地址末字「棲」依文意為「樓」。' },
    { id: 'H6', kind: 'repaired', note: '電子信箱網域末段依文意為 .tw。' },
    { id: 'H13', kind: 'repaired', note: '用途舉例「勞健保線上作業」依殘字補。' },
  ],
});
