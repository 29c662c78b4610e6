import type { DraftOf } from '../../define/section.ts';
import { formatSpacedRocDate } from '../../fields/date-text.ts';
import { headingRow, labelRow, pairRow, sealBoxes, table, title } from '../../sheet/build.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { tick } from '../../sheet/tick.ts';
import type { RevocationData } from './rules.ts';
import { revocationReasons } from './sections.ts';

export function revocationSheet({ organisation, certificate, contact }: DraftOf<RevocationData>): Sheet {
  return {
    title: '憑證廢止申請書',
    blocks: [
      title('憑證廢止申請書'),
      table(
        '憑證廢止申請書',
        [36, 54, 30, 50],
        [
          headingRow('組織及團體資料', 4),
          labelRow('名稱', organisation.name ?? '', 4),
          pairRow(['統一編號', organisation.uniformNumber ?? ''], ['OID', organisation.oid ?? '']),
          headingRow('要廢止的憑證', 4),
          pairRow(
            ['憑證IC卡卡號', certificate.cardNumber ?? ''],
            ['正附卡', tick(['正卡', '附卡'], certificate.kind)],
          ),
          labelRow('憑證序號', certificate.serialNumber ?? '', 4),
          labelRow('廢止原因', tick(revocationReasons, certificate.reason), 4),
          headingRow('聯絡人', 4),
          pairRow(['姓名', contact.name ?? ''], ['電話', contact.phone ?? '']),
          labelRow('申請日期', formatSpacedRocDate(contact.filledOn), 4),
        ],
      ),
      ...sealBoxes(['設立登記印鑑(圖記)', '負責人印鑑'], '(請於上方空格內蓋印)'),
    ],
  };
}
