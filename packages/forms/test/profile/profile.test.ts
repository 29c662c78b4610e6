import { describe, expect, it } from 'vitest';
import { findForm, forms } from '../../src/catalogue/forms.ts';
import { checkForm } from '../../src/define/check.ts';
import { inputFieldsOf, valueAt, withValueAt } from '../../src/define/paths.ts';
import { checkPapers } from '../../src/profile/check-papers.ts';
import { fillFromProfile } from '../../src/profile/fill.ts';
import { type OfficeProfile, officeProfile, profileValue } from '../../src/profile/office-profile.ts';
import { profileDifferences, whereUsed } from '../../src/profile/where-used.ts';
import { samples } from '../support/samples.ts';

const address = { postalCode: '830', county: '高雄市', district: '鳳山區', street: '範例路1號' };
const profile: OfficeProfile = {
  office: {
    name: '高雄市議員王小明服務處',
    oid: '2.16.886.119.102568',
    code: 'XA19102568',
    address,
    phone: '07-7470171',
    externalIp: '163.29.1.1',
  },
  contact: { name: '林小美', phone: '07-7470172', email: 'office@example.tw', address },
};

describe('one office profile for all forms', () => {
  it('every profile key that a form names exists in the profile', () => {
    const keys = forms.flatMap((form) => inputFieldsOf(form).flatMap(({ field }) => field.profile ?? []));
    const shape = officeProfile.shape;
    for (const key of keys) {
      const [part, name = ''] = key.split('.');
      const known = part === 'office' ? shape.office.shape : part === 'contact' ? shape.contact.shape : {};
      expect(Object.keys(known), key).toContain(name);
    }
  });

  it('fills every form; what is left is what the form alone knows', () => {
    for (const form of forms) {
      const filled = fillFromProfile(form, profile);
      for (const { path, field } of inputFieldsOf(form)) {
        const known = field.profile === undefined ? undefined : profileValue(profile, field.profile);
        expect(valueAt(filled, path), `${form.id} ${path}`).toEqual(known);
      }
      const { issues } = checkForm(form, filled, { asOf: '2026-11-24', draft: true });
      expect(issues.filter(({ code }) => code === 'REQUIRED')).toEqual([]);
    }
  });

  it('never overwrites what is there', () => {
    const form = findForm('g2b2c-01');
    expect(
      valueAt(fillFromProfile(form, profile, { applicant: { name: '別的名稱' } }), '/applicant/name'),
    ).toBe('別的名稱');
  });

  it('tells where a value is used, to know what must be filed anew', () => {
    expect(whereUsed('office.externalIp', forms)).toEqual([
      {
        key: 'office.externalIp',
        form: 'g2b2c-01',
        path: '/connection/externalIp',
        label: '連線交換主機之外部 IP',
      },
    ]);
    expect(whereUsed('office.name', forms).length).toBeGreaterThan(8);
  });

  it('finds papers that still say something else', () => {
    const form = findForm('g2b2c-01');
    const data = fillFromProfile(form, profile);
    expect(profileDifferences(profile, [{ form, data }])).toEqual([]);
    const moved = { ...profile, office: { ...profile.office, externalIp: '163.29.1.9' } };
    expect(profileDifferences(moved, [{ form, data }])).toMatchObject([
      { form: 'g2b2c-01', path: '/connection/externalIp', inProfile: '163.29.1.9', onPaper: '163.29.1.1' },
    ]);
  });
});

describe('papers of one application against each other (R6, R9, H14, H15, G7)', () => {
  const paper = (id: string, changes: Readonly<Record<string, unknown>> = {}) => ({
    form: findForm(id),
    data: Object.entries(changes).reduce(
      (data, [path, value]) => withValueAt(data, path, value),
      samples[id] ?? {},
    ),
  });
  const first = '0400100000000000000080067';
  const codes = (...papers: ReturnType<typeof paper>[]) =>
    checkPapers(papers).map(({ code, path }) => `${code} ${path}`);

  it('agree when every application is paid and listed', () => {
    const letter = paper('xca-cover-letter', { '/cards/primary': [first] });
    expect(codes(paper('xca-application-primary'), paper('xca-payment'), letter)).toEqual([]);
  });

  it('name the application that is not listed and the number without an application', () => {
    expect(codes(paper('xca-application-primary'), paper('xca-cover-letter'))).toEqual([
      'CASE_NOT_LISTED /xca-cover-letter/cards/primary',
      'CASE_WITHOUT_APPLICATION /xca-cover-letter/cards/primary',
    ]);
    expect(
      codes(paper('xca-application-primary'), paper('xca-application-secondary'), paper('xca-payment')),
    ).toEqual(['CASE_NOT_LISTED /xca-payment/cases/caseNumbers']);
  });

  it('R9: two applications for a primary card are too many', () => {
    expect(codes(paper('xca-application-primary'), paper('xca-application-primary'))).toEqual([
      'PRIMARY_TWICE /xca-application-primary',
    ]);
  });
});
