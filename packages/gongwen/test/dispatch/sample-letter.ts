import type { OfficialLetter } from '../../src/model/official-letter.ts';

/** A fictitious letter with something in every part of a 函. */
export const sampleLetter: OfficialLetter = {
  kind: 'letter',
  subtype: '函',
  issuers: [{ type: 'organisation', name: '嘉禾市政府', code: 'Z10000000A' }],
  address: '嘉禾市範例路1號',
  contactLines: ['承辦人：陳○○', '電話：(00)0000-0000'],
  addressee: { type: 'roster', text: '如正副本行文單位' },
  issueDate: '2026-10-02',
  documentNumbers: [{ prefix: '府範', year: '115', serial: '0001234' }],
  urgency: '普通件',
  classification: { level: '密', declassification: '本件於公布時解密' },
  attachmentText: '計畫書1份',
  attachments: [{ fileName: 'plan.pdf' }, { fileName: '場地 圖.odt', entity: '附件二', notation: 'DI' }],
  subject: '檢送許功蓋 R&D <計畫>書1份，請查照。',
  sections: [
    {
      name: '說明',
      items: [
        { text: '依據本府115年度施政計畫辦理。', items: [] },
        {
          text: '分二階段：',
          items: [
            { text: '第一階段。', items: [] },
            { text: '第二階段。', items: [] },
          ],
        },
      ],
    },
  ],
  recipients: [
    { type: 'organisation', name: '嘉禾市東禾區公所', code: 'Z10000001B' },
    { type: 'unit', name: '教育局社會教育科', code: 'Z10000002C', unitCode: 'UZ00001' },
  ],
  copies: [
    { type: 'organisation', name: '嘉禾基金會', code: 'EB00000000', withAttachments: '含附件' },
    { type: 'person', name: '林○○', title: '顧問', channel: 'paper' },
  ],
  signatures: ['市長　許○○'],
};

export const LETTER_TEXT = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE 函 SYSTEM "104_2_utf8.dtd" [
<!ENTITY ATTCH1 SYSTEM "plan.pdf" NDATA _X>
<!ENTITY 附件二 SYSTEM "場地 圖.odt" NDATA DI>
<!ENTITY 表單 SYSTEM "1150001234.sw" NDATA DI>
<!NOTATION DI SYSTEM "">
<!NOTATION _X SYSTEM "">
]>
<函>
<發文機關>
<全銜>嘉禾市政府</全銜>
<機關代碼>Z10000000A</機關代碼>
</發文機關>
<函類別 代碼="函"/>
<地址>嘉禾市範例路1號</地址>
<聯絡方式>承辦人：陳○○</聯絡方式>
<聯絡方式>電話：(00)0000-0000</聯絡方式>
<受文者>
<交換表 交換表單="表單">如正副本行文單位</交換表>
</受文者>
<發文日期>
<年月日>中華民國115年10月2日</年月日>
</發文日期>
<發文字號>
<字>府範字</字>
<文號>
<年度>115</年度>
<流水號>0001234</流水號>
</文號>
</發文字號>
<速別 代碼="普通件"/>
<密等及解密條件或保密期限>
<密等 代碼="密"/>
<解密條件或保密期限>本件於公布時解密</解密條件或保密期限>
</密等及解密條件或保密期限>
<附件>
<文字>計畫書1份</文字>
<附件檔名 附件名="ATTCH1 附件二"/>
</附件>
<主旨>
<文字>檢送許功蓋 R&amp;D &lt;計畫&gt;書1份，請查照。</文字>
</主旨>
<段落 段名="說明：">
<文字/>
<條列 序號="一、">
<文字>依據本府115年度施政計畫辦理。</文字>
</條列>
<條列 序號="二、">
<文字>分二階段：</文字>
<條列 序號="(一)">
<文字>第一階段。</文字>
</條列>
<條列 序號="(二)">
<文字>第二階段。</文字>
</條列>
</條列>
</段落>
<正本>
<全銜>嘉禾市東禾區公所</全銜>
<單位名>教育局社會教育科</單位名>
</正本>
<副本>
<全銜>嘉禾基金會</全銜>
<含附件>含附件</含附件>
<姓名>林○○</姓名>
<職稱>顧問</職稱>
</副本>
<署名>市長　許○○</署名>
</函>
`;

export const ROSTER_TEXT = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE 交換表單 SYSTEM "104_roster_utf8.dtd">
<交換表單>
<全銜>嘉禾市東禾區公所</全銜>
<機關代碼>Z10000001B</機關代碼>
<本別>
<收發處理本別 代碼="正本"/>
</本別>
<單位名>教育局社會教育科</單位名>
<機關代碼>Z10000002C</機關代碼>
<單位代碼>UZ00001</單位代碼>
<本別>
<收發處理本別 代碼="正本"/>
</本別>
<全銜>嘉禾基金會</全銜>
<機關代碼>EB00000000</機關代碼>
<含附件>含附件</含附件>
<本別>
<收發處理本別 代碼="副本"/>
</本別>
</交換表單>
`;
