import type { Generation } from '../model/base.ts';
import type { ExchangeEncoding } from '../xml/encode.ts';

const NUMBERS: Readonly<Record<string, string>> = {
  令: '1',
  函: '2',
  公告: '3',
  開會通知單: '4',
  簽: '5',
  簽稿會核單: '6',
  會銜公文會辦單: '7',
  會勘通知單: 'B',
  交換表單: 'roster',
  文書訊息表單: 'DM',
  跨機關陳核會稿交換表單: 'consultation',
};
export function dtdName(root: string, generation: Generation, encoding: ExchangeEncoding): string {
  const number =
    generation === '93' && root === '令'
      ? 'C'
      : generation === '93' && root === '公告'
        ? 'D'
        : (NUMBERS[root] ?? root);
  const family = generation === '99' || generation === '104' ? (encoding === 'big5' ? '_big5' : '_utf8') : '';
  return `${generation}_${number}${family}.dtd`;
}
