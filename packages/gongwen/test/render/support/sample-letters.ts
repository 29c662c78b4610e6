import type {
  Announcement,
  Decree,
  Joint,
  Letter,
  Memo,
  Notice,
  OfficialLetter,
  Review,
} from '../../../src/model/letter.ts';

/** Fictitious throughout: no such office, person or number exists. */
export const councilLetter: OfficialLetter = {
  kind: 'letter',
  subtype: '函',
  issuers: [{ type: 'organisation', name: '高雄市議員○○○服務處' }],
  address: '830高雄市範例區範例路1段2號3樓',
  contactLines: [
    '承辦人：王小明',
    '電話：07-0000000',
    '傳真：07-0000001',
    '電子信箱：office@example.invalid',
  ],
  addressee: { type: 'organisation', name: '高雄市議會' },
  issueDate: '2026-11-24',
  documentNumbers: [{ prefix: '高議服', year: '115', serial: '0000001' }],
  urgency: '普通件',
  attachmentText: '憑證申請書1份',
  attachments: [],
  subject:
    '為利辦理公文電子交換作業相關事宜，擬申請組織及團體憑證（憑證種類、數量和案件流水號如下），隨文檢送申請書共1份，請查照。',
  sections: [
    {
      name: '說明',
      items: [
        { text: '擬申請正卡1張，案件流水號為00067號（後五碼）。', items: [] },
        {
          text: '本處業備妥下列文件，如有缺漏，請通知本處承辦人補正：',
          items: [
            { text: '組織及團體憑證IC卡正卡併案申請書1份，業經蓋用本處圖記及負責人印章。', items: [] },
            { text: '繳費證明影本1份（網路繳費，金額為新臺幣420元）。', items: [] },
          ],
        },
      ],
    },
  ],
  recipients: [{ type: 'organisation', name: '高雄市議會' }],
  copies: [{ type: 'organisation', name: '本處秘書室', withAttachments: '含附件' }],
  signatures: ['議員　○○○'],
};

const item = (text: string, items: OfficialLetter['sections'][number]['items'] = []) => ({ text, items });

/** Two pages, four levels of items, rare characters. */
export const longLetter: OfficialLetter = {
  ...councilLetter,
  issuers: [{ type: 'organisation', name: '嘉禾市政府' }],
  address: '000嘉禾市東禾區範例路1號',
  addressee: { type: 'roster', text: '如正副本行文單位' },
  subject: '檢送「115年度嘉禾市閱讀推廣活動」計畫書1份，請查照。',
  sections: [
    {
      name: '說明',
      items: [
        item(
          '依據本府115年度施政計畫及「嘉禾市閱讀推廣活動實施要點」第3點規定辦理，經費計新臺幣1萬4,286元。',
        ),
        item('旨揭活動分二階段辦理：', [
          item('第一階段：校園宣導，期間自115年10月12日起至115年11月13日止，請各校配合下列事項：', [
            item('指派專責人員1名，並於115年10月5日前將名單傳送至 reading@example.invalid。'),
            item('辦理班級讀書會，每班至少2場次：', [
              item('國小部分由導師帶領，場次及時間請自行排定，並請於活動前3日通知家長。'),
              item('國中部分由社團帶領。'),
            ]),
          ]),
          item('第二階段：成果發表，評分達80%以上者頒發獎狀。'),
        ]),
        ...Array.from({ length: 10 }, (_, index) =>
          item(
            `本府各單位辦理第${index + 1}項業務時，應將參與情形、執行成果與檢討建議，於活動結束後2週內，填具成果報告表1式2份送本府教育局彙整，俾供擬訂次年度計畫之參考。`,
          ),
        ),
      ],
    },
    { name: '辦法', text: '請貴機關（學校）轉知所屬踴躍參加，並惠予參與人員公（差）假。', items: [] },
  ],
  recipients: [
    { type: 'organisation', name: '嘉禾市東禾區公所' },
    { type: 'organisation', name: '嘉禾市立東禾國民小學' },
    { type: 'unit', name: '嘉禾市政府教育局社會教育科' },
  ],
  copies: [
    { type: 'organisation', name: '財團法人嘉禾範例文化基金會', withAttachments: '含附件' },
    { type: 'person', name: '林○○', title: '顧問' },
  ],
  signatures: ['市長　許○○'],
};

export const announcement: Announcement = {
  kind: 'announcement',
  issuers: [{ type: 'organisation', name: '嘉禾市政府' }],
  issueDate: '2026-10-02',
  documentNumbers: [{ prefix: '府範', year: '115', serial: '0001235' }],
  attachments: [],
  subject: '公告115年度嘉禾市路口試辦行人優先措施之路段及期間。',
  sections: [
    { name: '依據', text: '嘉禾市道路管理範例自治條例第12條。', items: [] },
    {
      name: '公告事項',
      items: [
        item('試辦路段：東禾區範例路（1號至99號）。'),
        item('試辦期間：自115年11月1日起至116年4月30日止，為期6個月，期滿後依試辦成果檢討是否續辦。'),
      ],
    },
  ],
  signatures: ['市長　許○○'],
};

export const decree: Decree = {
  kind: 'decree',
  subtype: '令',
  issuers: [{ type: 'organisation', name: '嘉禾市政府' }],
  issueDate: '2026-10-02',
  documentNumbers: [{ prefix: '府範', year: '115', serial: '0001236' }],
  attachments: [],
  subject: '訂定「嘉禾市閱讀推廣活動實施要點」，並自即日生效。',
  sections: [{ name: '', text: '附「嘉禾市閱讀推廣活動實施要點」。', items: [] }],
  recipients: [],
  copies: [],
  signatures: ['市長　許○○'],
};

export const meeting: Notice = {
  kind: 'meeting',
  issuers: [{ type: 'organisation', name: '嘉禾市政府' }],
  addressee: { type: 'organisation', name: '嘉禾市東禾區公所' },
  issueDate: '2026-10-02',
  documentNumbers: [{ prefix: '府範', year: '115', serial: '0001237' }],
  urgency: '速件',
  attachmentText: '議程1份',
  attachments: [],
  subject: '研商「115年度嘉禾市閱讀推廣活動」第一次籌備會議，討論場地、人力及經費分工。',
  times: [{ date: '2026-10-15', weekday: '四', time: '上午10時' }],
  place: '本府第一會議室（嘉禾市東禾區範例路1號3樓）',
  chairs: [{ type: 'person', name: '陳○○', title: '副市長' }],
  contacts: [{ name: '林○○', title: '科員', phone: '(00)0000-0000分機123' }],
  attendees: [
    { type: 'organisation', name: '嘉禾市東禾區公所' },
    { type: 'organisation', name: '嘉禾市立東禾國民小學' },
  ],
  observers: [{ type: 'organisation', name: '財團法人嘉禾範例文化基金會' }],
  copies: [{ type: 'unit', name: '本府教育局' }],
  remarks: {
    name: '備註',
    text: '請攜帶議程與會；會場備有飲水，請自備環保杯，響應節能減碳，停車位有限，請多利用大眾運輸。',
    items: [],
  },
  signatures: ['嘉禾市政府'],
};

export const inspection: Notice = {
  ...meeting,
  kind: 'inspection',
  subject: '會勘東禾區範例路人行道破損情形。',
  place: '東禾區範例路1號前',
};

export const memo: Memo = {
  kind: 'memo',
  issuers: [{ type: 'unit', name: '教育局社會教育科' }],
  documentNumbers: [],
  attachments: [],
  subject: '擬辦理「115年度嘉禾市閱讀推廣活動」，簽請核示。',
  sections: [
    { name: '說明', items: [item('依據本府115年度施政計畫辦理。'), item('所需經費由本科業務費項下支應。')] },
    { name: '擬辦', text: '奉核後函請各校配合辦理。', items: [] },
  ],
  submitTo: [
    { type: 'person', name: '科長' },
    { type: 'person', name: '局長' },
  ],
  signatures: ['社會教育科　科員　林○○'],
  signedDate: '2026-10-02',
};

export const review: Review = {
  kind: 'review',
  issuers: [{ type: 'organisation', name: '嘉禾市政府' }],
  documentNumbers: [],
  attachments: [],
  signatures: [],
  subject: '115年度嘉禾市閱讀推廣活動計畫案。',
  unit: '教育局社會教育科',
  receiptNumber: { prefix: '嘉教社', year: '115', serial: '0000045' },
  entries: [
    {
      unit: '主計處',
      opinion: {
        text: '',
        items: [item('請依預算科目核實支用。'), item('餘款請繳回。', [item('繳回期限為年度結束前。')])],
      },
      received: { date: '2026-10-05', time: '0930' },
      finished: { date: '2026-10-06', time: '1400' },
      attachments: [],
    },
    {
      unit: '政風處',
      opinion: { text: '無意見。', items: [] },
      received: { date: '2026-10-06' },
      finished: { date: '2026-10-07' },
      attachments: [],
    },
  ],
};

export const joint: Joint = {
  kind: 'joint',
  subtype: '函',
  issuers: [{ type: 'organisation', name: '嘉禾市政府' }],
  documentNumbers: [],
  attachments: [],
  signatures: [],
  unit: '教育局',
  lead: {
    agency: '嘉禾市政府',
    decision: { type: 'person', name: '許○○', title: '市長' },
    drafter: { type: 'person', name: '林○○', title: '科員' },
    issueDate: '2026-10-02',
    documentNumber: { prefix: '府範', year: '115', serial: '0001238' },
  },
  partners: [
    {
      agency: '東禾縣政府',
      reviewer: { type: 'person', name: '吳○○', title: '處長' },
      receivedDate: '2026-10-08',
      receiptNumber: { prefix: '東府', year: '115', serial: '0000777' },
    },
  ],
};

/** Two agencies under one letter. */
export const jointLetter: OfficialLetter = {
  ...councilLetter,
  issuers: [
    { type: 'organisation', name: '嘉禾市政府' },
    { type: 'organisation', name: '東禾縣政府' },
  ],
  documentNumbers: [
    { prefix: '府範', year: '115', serial: '0001234' },
    { prefix: '東府', year: '115', serial: '0000778' },
  ],
  signatures: ['市長　許○○', '縣長　何○○'],
};

/** One of each kind, by name. */
export const sampleLetters: Readonly<Record<string, Letter>> = {
  letter: councilLetter,
  long: longLetter,
  jointLetter,
  decree,
  announcement,
  meeting,
  inspection,
  memo,
  review,
  joint,
};
