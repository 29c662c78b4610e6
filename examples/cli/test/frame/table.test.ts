import { expect, it } from 'vitest';
import { table } from '../../src/frame/table.ts';

it('aligns columns for wide characters', () => {
  const rows = [
    ['欄', 'b'],
    ['ab', '正本'],
  ];
  expect(table(rows)).toBe('欄  b\n────────\nab  正本');
});
