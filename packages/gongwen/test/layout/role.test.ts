import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { A4_PAGE, PAGE_RULES } from '../../src/layout/page.ts';
import { ITEM_INDENT, ROLE_STYLES, type Role, SECTION_INDENTS } from '../../src/layout/role.ts';

describe('styles of the norm', () => {
  it('have the sizes of 規範 五–九 (GW-Y005)', () => {
    const bySize = (size: number) =>
      Object.entries(ROLE_STYLES).flatMap(([role, style]) => (style.sizePt === size ? [role] : []));
    expect(bySize(20)).toEqual(['title', 'memoTitle']);
    expect(bySize(16)).toEqual(
      expect.arrayContaining(['addressee', 'subject', 'section', 'item', 'meetingField', 'remarks']),
    );
    expect(bySize(10)).toEqual(expect.arrayContaining(['archiveNumber', 'retention', 'pageNumber']));
  });

  it('have the pitch of 規範 四(五) (GW-Y006)', () => {
    for (const { sizePt, linePt } of Object.values(ROLE_STYLES)) {
      const pitch = { 10: 10, 12: 15, 16: PAGE_RULES.linePitch.sample16, 20: 36 }[sizePt];
      expect(linePt).toBe(pitch);
    }
    const { sample16, tolerance16 } = PAGE_RULES.linePitch;
    expect(Math.abs(sample16 - PAGE_RULES.linePitch[16])).toBeLessThanOrEqual(tolerance16);
  });

  it('leave margins of 2.5 cm', () => {
    for (const side of ['topPt', 'bottomPt', 'leftPt', 'rightPt'] as const)
      expect(A4_PAGE[side]).toBeCloseTo(70.87, 1);
  });
});

/** Names of the roles in the specification folder's table. */
const NAMES: Readonly<Record<string, Role>> = {
  archiveNo: 'archiveNumber',
  retention: 'retention',
  agencyTitle: 'title',
  signTitle: 'memoTitle',
  receiver: 'addressee',
  issueDate: 'issueDate',
  issueNo: 'documentNumber',
  speed: 'urgency',
  classification: 'classification',
  attachment: 'attachment',
  subject: 'subject',
  copyTo: 'recipients',
  ccTo: 'copies',
  signature: 'signature',
  meetingField: 'meetingField',
  attendees: 'attendees',
  pageNumber: 'pageNumber',
};

interface Fact {
  readonly sizePt: number;
  readonly linePt: number;
  readonly leftPt?: number;
  readonly hangingPt?: number;
  readonly spaceBeforePt?: number;
  readonly labelXPt?: number;
  readonly textXPt?: number;
}

describe('styles beside the measured table of the specification folder', () => {
  const table = new URL('../../../../../shared/spec/gov-layout.json', import.meta.url);
  if (!existsSync(table)) {
    it.skip('agree with gov-layout.json: ../shared/spec is not here', () => undefined);
    return;
  }
  // The file's own shape; a wrong one fails below.
  const { roles } = JSON.parse(readFileSync(table, 'utf8')) as { roles: Record<string, Fact> };

  for (const [name, role] of Object.entries(NAMES)) {
    it(`${name} = ${role}`, () => {
      const fact = roles[name];
      const style = ROLE_STYLES[role];
      expect(style).toMatchObject({ sizePt: fact?.sizePt, linePt: fact?.linePt });
      if (fact?.hangingPt !== undefined && fact.leftPt !== undefined)
        expect(style.hangingPt).toBeCloseTo(fact.hangingPt);
      if (fact?.leftPt !== undefined) expect(style.leftPt).toBeCloseTo(fact.leftPt);
      if (fact?.spaceBeforePt !== undefined) expect(style.spaceBeforePt).toBeCloseTo(fact.spaceBeforePt);
    });
  }

  it('the address block, the sections and the items', () => {
    for (const [name, role] of [
      ['agencyAddress', 'address'],
      ['contact', 'contact'],
    ] as const) {
      const style = ROLE_STYLES[role];
      expect(style.leftPt - style.hangingPt).toBeCloseTo(roles[name]?.labelXPt ?? 0);
      expect(style.leftPt).toBeCloseTo(roles[name]?.textXPt ?? 0);
    }
    expect(SECTION_INDENTS[3]).toBeCloseTo(roles.sectionHead?.leftPt ?? 0);
    expect(SECTION_INDENTS[5]).toBeCloseTo(roles.itemsHead?.leftPt ?? 0);
    expect(ITEM_INDENT.textPt).toBeCloseTo(roles.item1?.leftPt ?? 0);
    expect(ITEM_INDENT.textPt - ITEM_INDENT.firstMarkerPt).toBeCloseTo(roles.item1?.hangingPt ?? 0);
  });
});
