/** Where a sign is doubted and what is meant by it. */
export type LookAlikes = readonly [beside: RegExp, meant: Readonly<Record<string, string>>];

/**
 * Characters typed or scanned in place of another beside a Chinese character.
 *
 * Source: finds in letters and forms, Unicode names; verified on 2026-11-24.
 */
export const lookAlikes: LookAlikes = [
  /(?<=\p{sc=Han})[ㄧー〇・•ロニハカエタト]|[ㄧー〇・•ロニハカエタト](?=\p{sc=Han})/gu,
  {
    ㄧ: '一',
    ー: '一',
    〇: '○',
    '・': '‧',
    '•': '‧',
    ロ: '口',
    ニ: '二',
    ハ: '八',
    カ: '力',
    エ: '工',
    タ: '夕',
    ト: '卜',
  },
];

/** The same for names, with the dashes for which running text has its own use. */
export const lookAlikesInNames: LookAlikes = [
  /(?<=\p{sc=Han})[ㄧー〇・•ロニハカエタト─－—]|[ㄧー〇・•ロニハカエタト─－—](?=\p{sc=Han})/gu,
  {
    ㄧ: '一',
    ー: '一',
    〇: '○',
    '・': '‧',
    '•': '‧',
    ロ: '口',
    ニ: '二',
    ハ: '八',
    カ: '力',
    エ: '工',
    タ: '夕',
    ト: '卜',
    '─': '一',
    '－': '一',
    '—': '一',
  },
];
