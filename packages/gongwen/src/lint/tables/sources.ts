/** Documents that rules quote, each with its edition and how it was read. */
export const SOURCES = {
  act: '公文程式條例（96.3.21）',
  handbook104: '文書處理手冊（104.7）',
  handbook112: '文書處理手冊（112.6.8，轉引）',
  format: '政府文書格式參考規範（105.4.1）',
  numbers: '公文書橫式書寫數字使用原則（93.9.17）',
  exchange: '機關公文電子交換作業辦法（99.5.11）',
  dtd: '公文電子交換 DTD（104 年版）',
  textbook: '國家文官學院《公文撰作解析》（114.12）',
  characters: '法律統一用字表（62.3.13；文書處理手冊 104.7 附錄2）',
  words: '法律統一用語表（文書處理手冊 104.7 附錄2）',
  marks: '標點符號用法表（教育部）',
  interpretation: '行政院釋例',
  practice: '實務慣例',
  xml: 'XML 1.0',
} as const;

type Key = keyof typeof SOURCES;

/** Names a clause: `cite('handbook104', '16(三)1')`. */
export const cite = (key: Key, clause = ''): string =>
  clause === '' ? SOURCES[key] : `${SOURCES[key]} ${clause}`;

const ANNEX = { '104': '文書處理手冊 104 年版附錄5', '112': '文書處理手冊 112 年版附錄4' } as const;

/** The citation with the annex that prints the rules on numerals, whose number differs by edition (C11). */
export function annexCited(source: string, edition: 'none' | '104' | '112'): string {
  if (edition === 'none' || !source.startsWith(SOURCES.numbers)) return source;
  return `${source}（${ANNEX[edition]}）`;
}
