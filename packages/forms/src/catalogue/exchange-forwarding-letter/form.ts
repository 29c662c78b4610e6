import type { OfficialLetter } from '@kcc/gongwen';
import { optional, required } from '../../define/field.ts';
import { defineForm } from '../../define/form.ts';
import type { FormContext } from '../../define/rule.ts';
import { type DataOf, section } from '../../define/section.ts';
import { agencyCode, agencyCodeCheck } from '../../fields/identifier.ts';
import { ticked } from '../../fields/text.ts';
import { letterFrame } from '../xca-cover-letter/cover-letter.ts';
import { heading, sender } from '../xca-cover-letter/sections.ts';

const sections = {
  sender,
  heading,
  enclosed: section({
    title: '隨文檢送',
    intro: '兩張表都要蓋好印章再寄出。',
    fields: {
      consent: required({
        label: '連線規範同意書已簽章',
        schema: ticked,
        widget: 'checkbox',
        sources: ['B7'],
      }),
      application: required({
        label: '電子交換連線申請表（G2B2C-01）已用印',
        schema: ticked,
        widget: 'checkbox',
        sources: ['B7'],
      }),
      code: optional({
        label: '申請之機關代碼',
        schema: agencyCode,
        check: agencyCodeCheck,
        widget: 'code',
        profile: 'office.code',
        hint: '與 G2B2C-01 相同；填了會寫進說明。',
        sources: ['K6'],
      }),
    },
  }),
};

type Data = DataOf<typeof sections>;

/** The 函 that brings consent form and G2B2C-01 to the council, which forwards them. */
export function forwardingLetter(data: Data, context: Pick<FormContext, 'council' | 'asOf'>): OfficialLetter {
  const { council } = context;
  const { code } = data.enclosed;
  const lines = [
    `檢附「${council.exchangeCentre}連線規範同意書」1份及「公文G2B2C資訊服務中心電子交換連線申請表」1份。`,
    `旨揭文件經貴會審核後，請轉送${council.government.name}及公文G2B2C資訊服務中心辦理。`,
    ...(code ? [`本處申請之機關代碼為${code}。`] : []),
  ];
  return {
    ...letterFrame(data, context),
    attachmentText: '如說明一',
    subject: '為利辦理公文電子交換，檢送本處申請電子交換連線相關文件，請查照。',
    sections: [{ name: '說明', items: lines.map((text) => ({ text, items: [] })) }],
  };
}

/** 函 that forwards the connection papers to the council. */
export const exchangeForwardingLetter = defineForm({
  id: 'exchange-forwarding-letter',
  title: '申請公文電子交換連線函',
  purpose: '將簽章後的同意書與 G2B2C-01 送市議會初審並轉送市政府與檔管局。',
  edition: '115',
  effective: {},
  source: '高雄市議會「議員服務處公文電子化推廣說明會」資料 (108 年) L585–590（流程）；函文自擬',
  verifiedOn: '2026-11-23',
  sections,
  rules: [],
  outputs: { letter: forwardingLetter },
  sources: ['B7'],
  marks: [{ id: 'B7', kind: 'unverified', note: '說明會資料未附此函的範例，文字為自擬。' }],
});
