import type { Recipient } from '../model/party.ts';
import type { BracketWidth } from './marker.ts';
import { A4_PAGE, PAGE_RULES, type PageGeometry } from './page.ts';

/**
 * 本別 — which copy is printed.
 *
 * `original` the letter itself; `draft` the office's own draft (稿); `sent` the draft after sending, marked
 * 已電子交換 (交換辦法 7); `received` the receiver's print-out with page numbers, 騎縫標識 and 電子公文 (交換辦法 8);
 * `paper` one recipient's copy on paper (分繕) with the block for a window envelope.
 */
export type CopyKind = 'original' | 'draft' | 'sent' | 'received' | 'paper';

/** What a copy is marked with above the text of its first page. */
export const COPY_MARKS: Readonly<Record<CopyKind, string>> = {
  original: '',
  draft: '',
  sent: '已電子交換',
  received: '電子公文',
  paper: '',
};

/** How a letter is put on paper. Points where the sources disagree are options with the default named here. */
export interface LayoutOptions {
  /** Default `original`. */
  readonly copy?: CopyKind;
  /** Margins. Default 2.5 cm all round (conflict C1). */
  readonly page?: PageGeometry;
  /** Line pitch of 16 pt text in points. Default 25, as in the norm's samples; its text says 28 ± 4 (C2). */
  readonly bodyPitchPt?: number;
  /** Width of the brackets of (一) and (1). Default `half` (C3). */
  readonly brackets?: BracketWidth;
  /** 全銜 in bold. Default false (C5). */
  readonly boldTitle?: boolean;
  /** What 密等 prints when there is none. Default empty (C7). */
  readonly ordinaryClassification?: string;
  /** Print the name 聯絡方式： before the first contact line. Default true. */
  readonly contactLabel?: boolean;
  /** Type size of 署名 in points. Default 12; offices often print their stamps larger. */
  readonly signatureSizePt?: number;
  /** Room for the seal of a 公告 or 令 in centimetres. Default 7; the norm allows 5 to 9. */
  readonly sealGapCm?: number;
  /** Where the recipients stand: after their label, or on an own page (發文清單). Default `auto`. */
  readonly recipientList?: 'auto' | 'inline' | 'page';
  /** With `auto`: the number of recipients from which they get an own page. Default 30. */
  readonly recipientListFrom?: number;
  /** Print a list of attachments (附件清單) on an own page. Default false. */
  readonly attachmentList?: boolean;
  /** 裝訂線. Default true. */
  readonly bindingLine?: boolean;
  /** Page numbers. Default true; a received print-out always has them. */
  readonly pageNumbers?: boolean;
  /** The one recipient of a `paper` copy. */
  readonly addressedTo?: Recipient;
}

/** Options with every default filled in. */
export type ResolvedLayout = Required<Omit<LayoutOptions, 'addressedTo'>> &
  Pick<LayoutOptions, 'addressedTo'>;

/** Fills in the defaults. @throws RangeError on a pitch, size or gap that is not a positive number. */
export function resolveLayout(options: LayoutOptions = {}): ResolvedLayout {
  const copy = options.copy ?? 'original';
  const resolved: ResolvedLayout = {
    copy,
    page: options.page ?? A4_PAGE,
    bodyPitchPt: options.bodyPitchPt ?? PAGE_RULES.linePitch.sample16,
    brackets: options.brackets ?? 'half',
    boldTitle: options.boldTitle ?? false,
    ordinaryClassification: options.ordinaryClassification ?? '',
    contactLabel: options.contactLabel ?? true,
    signatureSizePt: options.signatureSizePt ?? 12,
    sealGapCm: options.sealGapCm ?? PAGE_RULES.sealGapCm.value,
    recipientList: options.recipientList ?? 'auto',
    recipientListFrom: options.recipientListFrom ?? 30,
    attachmentList: options.attachmentList ?? false,
    bindingLine: options.bindingLine ?? true,
    pageNumbers: copy === 'received' || (options.pageNumbers ?? true),
    ...(options.addressedTo === undefined ? {} : { addressedTo: options.addressedTo }),
  };
  for (const name of ['bodyPitchPt', 'signatureSizePt', 'sealGapCm'] as const) {
    if (!(resolved[name] > 0))
      throw new RangeError(`${name} must be a positive number, got ${resolved[name]}`);
  }
  return resolved;
}
