import { fixedText } from '../../define/fixed-text.ts';
import type { PrintContext } from '../../define/form.ts';
import type { DraftOf } from '../../define/section.ts';
import { factOn } from '../../facts/dated.ts';
import { g2b2cHotline } from '../../facts/hotlines.ts';
import { formatSpacedRocDate } from '../../fields/date-text.ts';
import {
  cell,
  characterBoxes,
  labelRow,
  paragraph,
  row,
  sealBoxes,
  table,
  title,
} from '../../sheet/build.ts';
import type { Block, Sheet } from '../../sheet/sheet.ts';
import { tick } from '../../sheet/tick.ts';
import type { ConnectionData } from './rules.ts';

export const texts = {
  title: fixedText('K2', '公文G2B2C資訊服務中心 電子交換連線申請表'),
  xc: fixedText('K14', '組織及團體(XCA)之新交換用戶,機關代碼請填寫 XC+統編8碼共10碼。'),
  host: fixedText('K15', '依據公文電子交換系統資訊安全管理規範,終端主機應專機專用並採固定 IP 位址'),
  office: fixedText('K17', '以下由公文G2B2C資訊服務中心客服人員填寫'),
  oneToOne: fixedText('K21', '連線交換主機之 IP 與機關為一對一;一對多須申請核定'),
} as const;

/** A label and ten single-character boxes. */
function codeTable(label: string, code: string | undefined): Block {
  const boxes = characterBoxes(code ?? '', 10, 11);
  return table(label, [60, ...boxes.columns], [row(cell('label', label), ...boxes.cells)]);
}

/** G2B2C-01 on two pages; the block of the service centre stays empty. */
export function connectionSheet(data: DraftOf<ConnectionData>, { asOf }: PrintContext): Sheet {
  const { authority, applicant, contact, connection } = data;
  const phone = factOn(g2b2cHotline, asOf)?.value.phone ?? '';
  return {
    title: texts.title.text,
    blocks: [
      paragraph('G2B2C-01 108.05.08', { size: 10, align: 'right' }),
      title(texts.title.text, 16),
      paragraph(`申請日期：${formatSpacedRocDate(authority.appliedOn)}`, { align: 'right', after: 4 }),
      codeTable('管理/主管機關代碼', authority.code),
      paragraph('', { size: 4 }),
      ...sealBoxes(
        ['公文電子交換管理機關 或 新申請交換用戶之主管機關印信'],
        '(請主管機關於上方空格內用印)',
        36,
      ),
      codeTable('申請機關代碼', applicant.code),
      table(
        '申請機關資料',
        [60, 110],
        [
          labelRow('申請機關名稱', applicant.name ?? '', 2),
          labelRow('聯絡人姓名', contact.name ?? '', 2),
          labelRow('電話', contact.phone ?? '', 2),
          labelRow('E-mail', contact.email ?? '', 2),
          labelRow('憑證卡號', connection.cardNumber ?? '', 2),
          labelRow('憑證資料', tick(['機關憑證', '電子公文交換用憑證'], connection.use), 2),
          labelRow('連線交換主機之外部 IP', connection.externalIp ?? '', 2),
        ],
      ),
      ...[texts.xc, texts.host].map(({ text }) => paragraph(text, { size: 10, before: 3 })),
      { type: 'page-break' },
      ...sealBoxes(['申請機關印信'], '(請申請機關於上方空格內用印)', 60),
      paragraph(texts.office.text, { align: 'center', before: 10, after: 4 }),
      table(
        '客服人員填寫',
        [60, 110],
        [
          row(cell('label', '介接層之連線軟體'), cell('office', '')),
          row(cell('label', '公文廠商名稱'), cell('office', '')),
          row(cell('label', '公文廠商聯絡資料'), cell('office', '')),
        ],
      ),
      paragraph(texts.oneToOne.text, { size: 10, before: 6 }),
      paragraph(`客服電話 ${phone}`, { size: 10 }),
    ],
  };
}
