import { beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../src/card/card.ts';
import { type CheckId, type DoctorFacts, examine } from '../../src/doctor/index.ts';
import { type TestCardFiles, testCardFiles } from '../support/test-keys.ts';

const DAY = 86_400_000;
let files: TestCardFiles;
beforeAll(() => {
  files = testCardFiles();
});

const facts = (more: Partial<DoctorFacts>): DoctorFacts => ({
  platform: 'linux',
  architecture: 'x64',
  now: new Date(),
  ...more,
});
const card = (more: Partial<Card> = {}): Card => ({
  number: 'TTAJ000000000321',
  label: 'HiCOS PKI Smart Card',
  certificates: [{ use: 'sign', label: 'cert1', id: 'SIGN', der: files.sign.certificate }],
  ...more,
});
const check = (given: Partial<DoctorFacts>, id: CheckId) =>
  examine(facts(given)).find((entry) => entry.id === id);

const MODULE = {
  path: '/opt/hicos.so',
  from: 'known',
  searched: [],
  architectures: ['x64'],
  library: 'CHT PKCS#11',
} as const;
const URL = 'http://localhost:61161';

describe('doctor', () => {
  it('has advice in both languages for every problem', () => {
    const bad = examine(
      facts({
        module: { searched: ['/usr/local'], architectures: ['arm64'], error: 'NATIVE_MISSING' },
        service: { url: URL, version: '1.0' },
        readers: [
          { name: 'A', virtual: false, card: card({ retriesLeft: 0 }) },
          { name: 'EZ100PU', virtual: false, card: card({ number: 'B', retriesLeft: 1 }), unknownCard: true },
        ],
        clockAhead: -3_600,
        now: new Date(Date.now() + 3_000 * DAY),
      }),
    ).filter(({ ok }) => ok === false);
    expect(new Set(bad.map(({ id }) => id))).toEqual(
      new Set([
        'native',
        'module',
        'architecture',
        'service-version',
        'two-readers',
        'reader-ccid',
        'card',
        'pin',
        'expiry',
        'clock',
      ]),
    );
    for (const { id, found, advice } of bad) {
      for (const text of [found.zh, advice.zh]) expect(text, id).toMatch(/\S/);
      for (const text of [found.en, advice.en]) expect(text, id).toMatch(/[a-z]/i);
    }
  });

  it('finds nothing wrong with a machine that works', () => {
    const checks = examine(
      facts({
        module: MODULE,
        service: { url: URL, version: '1.3.4.3' },
        readers: [
          { name: 'A', virtual: false, card: card({ retriesLeft: 3 }) },
          { name: 'Windows Hello for Business 1', virtual: true },
        ],
        usbReaders: [{ name: 'A', ccid: true }],
        clockAhead: 1,
      }),
    );
    expect(checks.filter(({ ok }) => ok === false)).toEqual([]);
    expect(checks.filter(({ ok }) => ok === null).map(({ id }) => id)).toEqual(['popup', 'trusted-domain']);
  });

  it('compares the module with the processor, and knows the Apple case', () => {
    expect(check({ module: MODULE }, 'architecture')?.ok).toBe(true);
    const apple = check({ module: MODULE, architecture: 'arm64', platform: 'darwin' }, 'architecture');
    expect(apple).toMatchObject({ ok: false, advice: { zh: expect.stringContaining('Rosetta') } });
    expect(
      check({ module: { ...MODULE, architectures: ['x64', 'arm64'] }, architecture: 'arm64' }, 'architecture')
        ?.ok,
    ).toBe(true);
  });

  it('judges the version of the service by platform', () => {
    const service = { url: URL, version: '1.3.4.13' };
    expect(check({ service, platform: 'darwin' }, 'service-version')?.ok).toBe(true);
    expect(check({ service, platform: 'win32' }, 'service-version')?.ok).toBe(false);
    expect(check({ service: { url: URL, error: 'SERVICE_UNREACHABLE' } }, 'service')?.ok).toBe(false);
  });

  it('counts no virtual reader and warns of two cards', () => {
    expect(check({ readers: [{ name: 'Windows Hello', virtual: true }] }, 'reader')?.ok).toBe(false);
    const two = [card(), card({ number: 'B' })].map((one, i) => ({
      name: `R${i}`,
      virtual: false,
      card: one,
    }));
    expect(check({ readers: two }, 'two-readers')).toMatchObject({
      ok: false,
      found: { zh: expect.stringContaining('TTAJ000000000321') },
    });
  });

  it('names readers that need a driver of their own', () => {
    expect(check({ usbReaders: [{ name: 'Castles EZ100PU', ccid: false }] }, 'reader-ccid')?.ok).toBe(false);
    expect(check({ usbReaders: [] }, 'reader-ccid')?.ok).toBeNull();
  });

  it('tells an end that is near, one that is over, and a clock that is before the start', () => {
    const readers = [{ name: 'A', virtual: false, card: card() }];
    const at = (days: number) => new Date(Date.now() + days * DAY);
    expect(check({ readers, now: at(2_190 - 62) }, 'expiry')?.ok).toBe(true);
    expect(check({ readers, now: at(2_190 - 30) }, 'expiry')).toMatchObject({
      ok: false,
      found: { en: expect.stringContaining('expires') },
    });
    expect(check({ readers, now: at(2_300) }, 'expiry')).toMatchObject({
      ok: false,
      found: { en: expect.stringContaining('expired') },
    });
    expect(check({ readers, now: at(-10) }, 'clock')?.ok).toBe(false);
    expect(check({ readers }, 'clock')?.ok).toBeNull();
  });
});
