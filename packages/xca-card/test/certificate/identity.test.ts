import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/certificate/certificate.ts';
import { suggestAgencyCode } from '../../src/certificate/identity.ts';
import { nameValues } from '../../src/certificate/name.ts';
import { X509Certificate } from '../../src/drivers/soft/gpki/x509.ts';
import { OFFICE, testOrganisation } from '../support/world.ts';

const issue = (options = {}, organisation = OFFICE) => testOrganisation(organisation, options);

describe('GPKI identity', () => {
  it('reads organisation, rank and number of an XCA card without CN and with two L', async () => {
    const { sign } = await issue();
    const { subject, identity } = parseCertificate(sign.certificate);
    expect(subject.text).toBe('C=TW, L=高雄市, L=苓雅區, O=測試市議員王小明服務處');
    expect(nameValues(subject, 'CN')).toEqual([]);
    expect(nameValues(subject, 'L')).toEqual(['高雄市', '苓雅區']);
    expect(identity).toMatchObject({
      holder: '測試市議員王小明服務處',
      rank: 'primary',
      uniformNumber: '12345675',
      organisationOid: '2.16.886.119.102568',
      kindOfCard: 'XCA',
      kindLabel: '組織及團體憑證',
      test: true,
      assuranceLevel: 0,
      suggestedAgencyCode: 'XA19102568',
    });
  });

  it('tells 附卡 from 正卡', async () => {
    const { exchange } = await issue({ rank: 'secondary' });
    expect(parseCertificate(exchange.certificate).identity.rank).toBe('secondary');
  });

  it('says that a MOICA card is no organisation card', async () => {
    const { sign } = await issue({ authority: 'moica' });
    expect(parseCertificate(sign.certificate).identity).toMatchObject({
      kindOfCard: 'MOICA',
      kindLabel: '自然人憑證',
    });
  });

  it('reads the subject type, known and unknown', async () => {
    const school = await issue({}, { ...OFFICE, subjectType: '2.16.886.1.100.3.2.11' });
    const other = await issue({}, { ...OFFICE, subjectType: '2.16.886.1.100.3.9.9' });
    expect(parseCertificate(school.sign.certificate).identity.subjectType).toMatchObject({
      kind: 'school',
      basis: 'observed',
    });
    expect(parseCertificate(other.sign.certificate).identity.subjectType).toEqual({
      oid: '2.16.886.1.100.3.9.9',
    });
  });

  it('agrees with another reader on names and dates', async () => {
    const { sign } = await issue();
    const ours = parseCertificate(sign.certificate);
    const theirs = new X509Certificate(sign.certificate as Uint8Array<ArrayBuffer>);
    expect(theirs.notAfter).toEqual(ours.notAfter);
    expect(theirs.serialNumber.toUpperCase()).toBe(ours.serial);
  });

  it.each([
    ['2.16.886.111.90005.90003.100004', 'XA03100004'],
    ['2.16.886.119.102568', 'XA19102568'],
    ['2.16.886', undefined],
  ])('suggests an agency code from %s, digits counted across the dots', (oid, code) => {
    expect(suggestAgencyCode(oid)).toBe(code);
  });
});
