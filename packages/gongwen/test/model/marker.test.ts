import { describe, expect, it } from 'vitest';
import { foldText } from '../../src/model/fold-text.ts';
import { deriveMarker } from '../../src/model/marker.ts';

describe('序號 by place (文書處理手冊: 一、 (一) 1、 (1))', () => {
  it.each([
    [0, 0, '一、'],
    [0, 9, '十、'],
    [0, 10, '十一、'],
    [0, 19, '二十、'],
    [0, 20, '二十一、'],
    [0, 99, '一百、'],
    [0, 100, '一百零一、'],
    [0, 110, '一百一十一、'],
    [0, 119, '一百二十、'],
    [1, 2, '(三)'],
    [2, 3, '4、'],
    [3, 11, '(12)'],
    [4, 0, '甲、'],
    [5, 9, '(癸)'],
    [6, 0, '子、'],
    [7, 11, '(亥)'],
    [8, 0, '一、'],
    [4, 10, '甲甲、'],
  ])('level %i, place %i: %s', (level, index, marker) => {
    expect(deriveMarker(level, index)).toBe(marker);
  });
});

describe('folding', () => {
  it.each([
    ['  a  b  ', 'a  b'],
    ['中\n  文', '中文'],
    ['a\r\n\tb', 'a b'],
    ['人數\n 320人', '人數320人'],
    ['　首行　', '　首行　'],
    ['a\tb', 'a b'],
    [' \n ', ''],
  ])('%j becomes %j', (raw, folded) => {
    expect(foldText(raw)).toBe(folded);
  });
});
