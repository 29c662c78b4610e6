import { describe, expect, it } from 'vitest';
import { paperLabels, paperList } from '../../src/paper/paper-list.ts';
import type { DispatchDetail } from '../../src/store/records.ts';

const time = new Date('2026-11-23T16:30:00Z');
const delivery = {
  dispatchId: 'd1',
  recipient: 'B/U1',
  code: 'B',
  unit: 'U1',
  name: '乙機關 <甲科>',
  destination: 'x',
  state: 'PAPER' as const,
  reason: '=HYPERLINK("x")',
  changedAt: time,
  dueAt: time,
  expiresAt: time,
};
const dispatch: DispatchDetail = {
  id: 'd1',
  fingerprint: '',
  subject: '檢送「計畫」,請查照',
  packageSha256: '',
  packageSize: 0,
  createdAt: time,
  expiresAt: time,
  files: [],
  deliveries: [delivery, { ...delivery, recipient: 'C', name: '丙機關', state: 'CONFIRMED' }],
};

describe('改紙本', () => {
  it('lists only those who go on paper, safe for spreadsheet programs', () => {
    const [head, row, end] = paperList([dispatch]).split('\r\n');
    expect(head).toBe('\ufeff識別碼,主旨,機關代碼,單位代碼,受文者,原因,改紙本日期');
    expect(row).toBe('d1,"檢送「計畫」,請查照",B,U1,乙機關 <甲科>,"\'=HYPERLINK(""x"")",2026-11-24');
    expect(end).toBe('');
  });

  it('gives one label each, with the stamp of the unconfirmed exchange', () => {
    const labels = paperLabels([dispatch]);
    expect(labels.match(/<section>/g)).toHaveLength(1);
    expect(labels).toContain('乙機關 &lt;甲科&gt;');
    expect(labels).toContain('已電子交換未確認');
    expect(labels).not.toContain('丙機關');
  });
});
