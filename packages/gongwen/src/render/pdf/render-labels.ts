import { partyText } from '../../layout/wording.ts';
import type { Recipient } from '../../model/party.ts';
import { type RenderedTypst, renderTypst, type TypstOptions } from './render-typst.ts';

/** A sheet of labels; lengths in millimetres. */
export interface LabelSheet {
  readonly columns: number;
  readonly rows: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** From the left and upper edge of the sheet to the first label. */
  readonly leftMm: number;
  readonly topMm: number;
  /** Between two labels. */
  readonly gapXMm: number;
  readonly gapYMm: number;
}

/** A4 with 2 × 8 labels of 99.1 × 33.9 mm, a size that every maker has. */
export const LABELS_2X8 = {
  columns: 2,
  rows: 8,
  widthMm: 99.1,
  heightMm: 33.9,
  leftMm: 4.65,
  topMm: 12.9,
  gapXMm: 2.5,
  gapYMm: 0,
} as const satisfies LabelSheet;

/** How labels are made. */
export interface LabelOptions extends Omit<TypstOptions, 'data' | 'images'> {
  /** Default {@link LABELS_2X8}. */
  readonly sheet?: LabelSheet;
  /** Labels at the start of the first sheet that are used already. */
  readonly skip?: number;
  /** Word after the name. Default 啟 for agencies, 君啟 for persons. */
  readonly closing?: (recipient: Recipient) => string;
}

const usualClosing = ({ type }: Recipient): string => (type === 'person' ? '　君啟' : '　啟');

/** Every label stands at its own place, so that one with a long address does not push the next. */
function source({ columns, rows, widthMm, heightMm, leftMm, topMm, gapXMm, gapYMm }: LabelSheet): string {
  return `#set page(width: 210mm, height: 297mm, margin: 0pt)
#set par(leading: 4pt, spacing: 0pt, justify: false)
#let labels = json("data.json")
#for (index, entry) in labels.enumerate() {
  let place-of = calc.rem(index, ${columns * rows})
  if index > 0 and place-of == 0 { pagebreak() }
  let (column, line) = (calc.rem(place-of, ${columns}), calc.quo(place-of, ${columns}))
  place(top + left, dx: ${leftMm}mm + column * ${widthMm + gapXMm}mm, dy: ${topMm}mm + line * ${heightMm + gapYMm}mm,
    block(width: ${widthMm}mm, height: ${heightMm}mm, inset: 5mm, clip: true)[
      #set text(size: 12pt)
      #entry.at("postal") \\
      #entry.at("address")
      #v(4pt)
      #text(size: 14pt, entry.at("name"))
    ])
}`;
}

/**
 * Address labels (地址標籤) for letters that go by post.
 *
 * @returns the PDF; `missingGlyphs` has paths such as `/3/name`.
 * @throws RangeError when the sheet has no labels. @throws GongwenError as {@link renderTypst}.
 */
export async function renderLabels(
  recipients: readonly Recipient[],
  options: LabelOptions = {},
): Promise<RenderedTypst> {
  const { sheet = LABELS_2X8, skip = 0, closing = usualClosing } = options;
  if (!(sheet.columns >= 1 && sheet.rows >= 1)) throw new RangeError('sheet needs a column and a row');
  const empty = Array.from({ length: skip }, () => ({ postal: '', address: '', name: '' }));
  const labels = recipients.map((recipient) => ({
    postal: recipient.postal?.postalCode ?? '',
    address: recipient.postal?.address ?? '',
    name: `${partyText(recipient)}${closing(recipient)}`,
  }));
  return renderTypst(source(sheet), { ...options, data: [...empty, ...labels] });
}
