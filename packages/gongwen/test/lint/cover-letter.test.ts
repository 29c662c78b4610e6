import { expect, it } from 'vitest';
import { plainLetter } from '../../src/lint/examples.ts';
import { lintLetter } from '../../src/lint/index.ts';

it('finds nothing in the letter that goes with an application for cards', () => {
  const letter = {
    ...plainLetter,
    relation: 'level',
    issuers: [{ type: 'organisation', name: '高雄市議員許○○服務處' }],
    documentNumbers: [{ prefix: '高議服', year: '115', serial: '0000001' }],
    attachmentText: '憑證申請書',
    subject:
      '為利辦理（公文電子交換）作業相關事宜，擬申請組織及團體憑證（憑證種類、數量和案件流水號如下），隨文檢送申請書共2份，請查照。',
    sections: [
      {
        name: '說明',
        items: [
          { text: '擬申請正卡1張，案件流水號為67890號（後五碼）。', items: [] },
          { text: '擬申請附卡1張，案件流水號為67891號（後五碼）。', items: [] },
        ],
      },
    ],
    signatures: ['議員　許○○'],
  } as const;
  expect(lintLetter(letter)).toEqual([]);
});
