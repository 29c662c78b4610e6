import { type FixedText, toFullWidthPunctuation } from '../../define/fixed-text.ts';
import type { PrintContext } from '../../define/form.ts';
import type { DraftOf } from '../../define/section.ts';
import { formatAddress } from '../../fields/address-text.ts';
import { formatSpacedRocDate } from '../../fields/date-text.ts';
import { headingRow, labelRow, pairRow, paragraph, sealBoxes, table, title } from '../../sheet/build.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import type { ApplicationData } from './rules.ts';
import type { CardKind } from './sections.ts';
import { texts } from './texts.ts';

const COLUMNS = [34, 57, 29, 50];

/** The printed 申請書. The user code is not on it. */
export function applicationSheet(
  kind: CardKind,
  data: DraftOf<ApplicationData>,
  context: PrintContext,
): Sheet {
  const { application, organisation, contact } = data;
  const say = ({ text }: FixedText) =>
    context.punctuation === 'full-width' ? toFullWidthPunctuation(text) : text;
  const name = `組織及團體憑證IC卡${kind}併案申請書`;
  const mailing = contact.sameAddress === true ? organisation.address : contact.address;
  return {
    title: name,
    blocks: [
      title(name),
      table('申請書', COLUMNS, [
        pairRow(
          ['申請案號', application.caseNumber ?? ''],
          ['填寫日期', formatSpacedRocDate(application.filledOn)],
        ),
        headingRow('組織及團體資料', 4),
        labelRow('全名', organisation.name ?? '', 4),
        pairRow(
          ['統一編號', organisation.uniformNumber ?? ''],
          ['學校機關代碼', organisation.schoolCode ?? ''],
        ),
        labelRow('組織團體代表地址', formatAddress(organisation.address), 4),
        labelRow('組織團體代表電子郵件信箱', say(texts.email), 4),
        pairRow(['電話', organisation.phone ?? ''], ['傳真', organisation.fax ?? '']),
        labelRow('備註', organisation.remarks ?? '', 4),
        headingRow('憑證聯絡人資料', 4),
        pairRow(['姓名', contact.name ?? ''], ['憑證用途', contact.purpose ?? '']),
        labelRow('電子郵件信箱', contact.email ?? '', 4),
        labelRow('通訊地址(卡片寄送地址)', formatAddress(mailing), 4),
        pairRow(['電話', contact.phone ?? ''], ['傳真', contact.fax ?? '']),
      ]),
      paragraph(say(texts.schoolSeals), { size: 10, before: 6, after: 4 }),
      ...sealBoxes(
        ['組織與團體設立登記印鑑(圖記)', '組織與團體負責人印鑑'],
        '(請於上方空格內蓋印，學校免蓋)',
      ),
      paragraph(say(texts.beforeSending), { size: 11, before: 8 }),
    ],
  };
}
