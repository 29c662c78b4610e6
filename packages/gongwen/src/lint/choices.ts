/** Points on which the official sources differ or agencies may choose (C1–C12), with the default of each. */
export interface LintChoices {
  /** Margins of the sheet and how far they may be off, in centimetres (C1). Default 2.5 ± 0.3. */
  readonly margins: { readonly cm: number; readonly toleranceCm: number };
  /** Least and greatest line pitch of 16 pt text, in points (C2). Default 24 to 32. */
  readonly bodyPitch: readonly [least: number, greatest: number];
  /** Width of the brackets of `(一)` (C3). Default `half`. */
  readonly brackets: 'half' | 'full';
  /** True where 受文者 may read 如正副本行文單位 on the copy that is checked (C4). Default true: the master. */
  readonly collectiveAddressee: boolean;
  /** True where 全銜 is printed bold (C5). Default false. */
  readonly boldTitle: boolean;
  /** 速別 that may be used (C6). Default: the three of the DTD. */
  readonly urgencies: readonly string[];
  /** What 密等 says on an ordinary letter (C7). Default empty. */
  readonly ordinaryClassification: string;
  /** 請察照: named (`note`), or allowed toward a higher organ without subordination (C8). Default `note`. */
  readonly inspectWord: 'note' | 'allow';
  /** True where the model may hold what only the paper has, such as the signature of a 公告 (C10). Default true. */
  readonly paperOnlyFields: boolean;
  /** Handbook edition whose annex number is added to citations of the rules on numerals (C11). Default `none`. */
  readonly citeAnnex: 'none' | '104' | '112';
  /** A 辦法 section in a letter to a superior (C12). Default `warn`. */
  readonly remedyUpward: 'warn' | 'allow';
  /** Deepest level of items; the handbook has four. */
  readonly maxLevels: number;
  /** Characters after which 主旨 counts as long. */
  readonly subjectLength: number;
  /** Addressees from which a list on its own page is advised. */
  readonly manyRecipients: number;
}

/** The choices as the sources propose them. */
export const DEFAULT_CHOICES: LintChoices = {
  margins: { cm: 2.5, toleranceCm: 0.3 },
  bodyPitch: [24, 32],
  brackets: 'half',
  collectiveAddressee: true,
  boldTitle: false,
  urgencies: ['最速件', '速件', '普通件'],
  ordinaryClassification: '',
  inspectWord: 'note',
  paperOnlyFields: true,
  citeAnnex: 'none',
  remedyUpward: 'warn',
  maxLevels: 4,
  subjectLength: 100,
  manyRecipients: 20,
};

/** A point on which the sources differ, and where it is chosen. */
export interface Conflict {
  readonly id: string;
  /** What it is about, zh-TW. */
  readonly point: string;
  /** The choice of the rules; absent where the point has none because both forms stand side by side. */
  readonly choice?: keyof LintChoices;
  /** The option of the layout that goes with it. */
  readonly layoutOption?: string;
}

/** The twelve conflicts between the sources. */
export const CONFLICTS: readonly Conflict[] = [
  { id: 'C1', point: '版面邊界', choice: 'margins', layoutOption: 'page' },
  { id: 'C2', point: '16 點字的行距', choice: 'bodyPitch', layoutOption: 'bodyPitchPt' },
  { id: 'C3', point: '項次括號的寬度', choice: 'brackets', layoutOption: 'brackets' },
  { id: 'C4', point: '受文者寫「如正副本行文單位」', choice: 'collectiveAddressee' },
  { id: 'C5', point: '全銜用粗體', choice: 'boldTitle', layoutOption: 'boldTitle' },
  { id: 'C6', point: '速別的種類', choice: 'urgencies' },
  {
    id: 'C7',
    point: '普通公文的密等',
    choice: 'ordinaryClassification',
    layoutOption: 'ordinaryClassification',
  },
  { id: 'C8', point: '請察照', choice: 'inspectWord' },
  { id: 'C9', point: '欄位順序：交換檔與紙本各有一表，並存' },
  { id: 'C10', point: '公告、令只在紙本的欄位', choice: 'paperOnlyFields' },
  { id: 'C11', point: '數字使用原則的附錄號次', choice: 'citeAnnex' },
  { id: 'C12', point: '上行函的辦法段', choice: 'remedyUpward' },
];
