/** Points in one centimetre. */
export const POINTS_PER_CM = 28.3465;

const NORM = '政府文書格式參考規範（105年4月1日院授發檔(資)字第1050008178號）';

/** The sheet of a letter, in points. */
export interface PageGeometry {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly topPt: number;
  readonly bottomPt: number;
  readonly leftPt: number;
  readonly rightPt: number;
}

const margin = (cm: number) => Math.round(cm * POINTS_PER_CM * 100) / 100;

/** A4 portrait with equal margins of 2.5 cm; the norm allows ±0.3 cm. Source: 規範 四(三). */
export const A4_PAGE = {
  widthPt: 595.28,
  heightPt: 841.89,
  topPt: margin(2.5),
  bottomPt: margin(2.5),
  leftPt: margin(2.5),
  rightPt: margin(2.5),
} as const satisfies PageGeometry;

/** The margins measured in the norm's own sample file. */
export const SAMPLE_PAGE = {
  widthPt: 595.28,
  heightPt: 841.89,
  topPt: 62.96,
  bottomPt: 72,
  leftPt: 72,
  rightPt: 73.45,
} as const satisfies PageGeometry;

/** What the norm says about the sheet, for checks and for the documents' own notes. */
export const PAGE_RULES = {
  norm: NORM,
  marginCm: { value: 2.5, tolerance: 0.3, clause: '規範 四(三)' },
  /** 裝訂線: distance from the left edge of the sheet; 1 cm is left to the text. */
  bindingLine: { fromEdgeCm: 1.5, toTextCm: 1, clause: '規範格式圖；國家文官學院《公文撰作解析》頁56' },
  fonts: { han: '標楷體', latin: 'Times New Roman', clause: '規範 四(四)' },
  /** Gap for the seal (印信) of a 公告 or 令, in centimetres. */
  sealGapCm: { value: 7, tolerance: 2, clause: '規範 七' },
  /** Line pitch in points by type size in points; the sample pages use 25 for 16 pt. */
  linePitch: { clause: '規範 四(五)', 10: 10, 12: 15, 16: 28, 20: 36, tolerance16: 4, sample16: 25 },
} as const;

/** Width of the text area, in points. */
export function textWidth(page: PageGeometry): number {
  return page.widthPt - page.leftPt - page.rightPt;
}

/** Height of the text area, in points. */
export function textHeight(page: PageGeometry): number {
  return page.heightPt - page.topPt - page.bottomPt;
}
