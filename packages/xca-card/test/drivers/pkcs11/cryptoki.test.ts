import { describe, expect, it } from 'vitest';
import { ckrOf, ckrText, normalizeCkr } from '../../../src/drivers/pkcs11/cryptoki.ts';
import { pinFailureOf, triesLeft } from '../../../src/drivers/pkcs11/host-failure.ts';
import { hicosProfile } from '../../../src/profiles/index.ts';

/** An error as pkcs11js throws it: the name and the number, in decimal, in its text. */
const nativeError = (digits: string) => new Error(`CKR_VENDOR_DEFINED:${digits}`);

describe('vendor CKR', () => {
  it.each([
    ['unsigned 32 bit', '2147483650'],
    ['negative 32 bit', '-2147483646'],
    ['sign-extended to 64 bit', '18446744071562067970'],
  ])('is read when it arrives %s', (_how, digits) => {
    expect(ckrOf(nativeError(digits))).toBe(0x80000002);
  });

  it('keeps the last bits of a sign-extended code, which a number loses', () => {
    expect(Number('18446744071562067969')).toBe(Number('18446744071562067970'));
    expect(ckrOf(nativeError('18446744071562067969'))).toBe(0x80000001);
    expect(ckrOf(nativeError('18446744071562067970'))).toBe(0x80000002);
  });

  it('is normalised as number and bigint', () => {
    expect(normalizeCkr(-2147483647)).toBe(0x80000001);
    expect(normalizeCkr(0xffffffff80000001n)).toBe(0x80000001);
    expect(ckrText(0xa0)).toBe('0x000000A0');
  });

  it('is not found in other errors', () => {
    expect(ckrOf(new TypeError('Argument 1 has wrong type'))).toBeUndefined();
    expect(ckrOf('CKR_PIN_INCORRECT:160')).toBeUndefined();
  });
});

describe('a refused PIN', () => {
  const { vendorErrors } = hicosProfile.pin;
  const flags = (value: number) => () => ({
    label: '',
    manufacturer: '',
    model: '',
    serial: '',
    flags: value,
    minPin: 6,
    maxPin: 8,
  });
  const failure = (digits: string, tokenFlags = 0, tries?: number) =>
    pinFailureOf(nativeError(digits), 'C_Login', vendorErrors, tries, flags(tokenFlags)).data;

  it('tells the tries left from the vendor code', () => {
    expect(failure('2147483650')).toEqual({ code: 'PIN_INCORRECT', details: { retriesLeft: 2 } });
    expect(failure('-2147483647')).toEqual({ code: 'PIN_INCORRECT', details: { retriesLeft: 1 } });
    expect(failure('164')).toMatchObject({ code: 'PIN_LOCKED' });
  });

  it('tells the tries left from the flags of the token', () => {
    expect(failure('160', 0, 3)).toEqual({ code: 'PIN_INCORRECT', details: { retriesLeft: 2 } });
    expect(failure('160', 0x20000, 3)).toEqual({ code: 'PIN_INCORRECT', details: { retriesLeft: 1 } });
    expect(failure('160', 0x40000, 3)).toMatchObject({ code: 'PIN_LOCKED' });
    expect(failure('160', 0)).toEqual({ code: 'PIN_INCORRECT', details: {} });
  });

  it('is never CKR_FUNCTION_FAILED or a vendor code of an unknown module', () => {
    expect(failure('6')).toMatchObject({ code: 'FUNCTION_FAILED', details: { ckr: '0x00000006' } });
    const other = pinFailureOf(nativeError('2147483650'), 'C_Login', {}, 3, flags(0)).data;
    expect(other).toMatchObject({ code: 'FUNCTION_FAILED', details: { ckr: '0x80000002' } });
  });

  it('of the wrong length names the lengths of the token', () => {
    expect(failure('162')).toEqual({ code: 'PIN_LENGTH', details: { min: 6, max: 8 } });
  });
});

describe('tries left without a PIN', () => {
  it('are told as far as the token keeps its flags', () => {
    expect(triesLeft(0, { tries: 3, flags: 'all' })).toBe(3);
    expect(triesLeft(0x10000, { tries: 3, flags: 'all' })).toBe(2);
    expect(triesLeft(0, { tries: 3, flags: 'last-try' })).toBeUndefined();
    expect(triesLeft(0x30000, { tries: 3, flags: 'none' })).toBe(1);
    expect(triesLeft(0x40000, { flags: 'none' })).toBe(0);
  });
});
