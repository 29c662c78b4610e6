import { describe, expect, it } from 'vitest';
import { failureOf } from '../../../src/drivers/hipki/hipki-failure.ts';
import {
  compareVersions,
  decodeImageText,
  isRecentEnough,
  officialSteps,
} from '../../../src/drivers/hipki/index.ts';
import { parseInfo, parseReply } from '../../../src/drivers/hipki/reply.ts';
import { decryptData, formBody, makeSignature } from '../../../src/drivers/hipki/request.ts';
import { baseUrl } from '../../../src/drivers/hipki/transport.ts';
import { encodeImageText } from '../../support/hipki-image.ts';

const CONTEXT = { url: 'http://localhost:61161', opened: true };
const reply = (retCode: number, lastError = 0) =>
  parseReply(JSON.stringify({ func: 'sign', ret_code: retCode, last_error: lastError }), 'sign');

describe('requests', () => {
  const request = makeSignature({
    data: new Uint8Array([0xfb, 0xff, 0xfe]),
    type: 'PKCS1',
    pin: 'a+b&c1',
    reader: 'Reader & Co 0',
    keyId: new TextEncoder().encode('SIGN'),
    checkValidity: true,
  });

  it('survive a form decoder: base64 keeps its plus signs, an ampersand does not end the field', () => {
    const body = formBody(request.fields);
    expect(body).not.toContain('+');
    const decoded = JSON.parse(new URLSearchParams(body).get('tbsPackage') ?? '');
    expect(decoded).toMatchObject({ tbs: '+//+', slotDescription: 'Reader & Co 0', keyidb64: 'U0lHTg==' });
  });

  it('keep the percent signs of what the protocol does not escape itself', () => {
    const decoded = (fields: Record<string, string>) =>
      JSON.parse(new URLSearchParams(formBody(fields)).get('tbsPackage') ?? '');
    expect(decoded({ slotDescription: '讀卡機 100% %41', nonce: '%2B+%' })).toEqual({
      slotDescription: '讀卡機 100% %41',
      nonce: '%2B+%',
    });
    // The escapes of PIN and ciphertext are the ones that the form decoder undoes (hipki.md §2).
    const pin = encodeURIComponent('a%b+1');
    expect(decoded({ pin, currentPIN: pin, newpin: pin, cipher: '%2B%2F8%3D' })).toEqual({
      pin: 'a%b+1',
      currentPIN: 'a%b+1',
      newpin: 'a%b+1',
      cipher: '+/8=',
    });
  });

  it('name hash, encoding and key; RAW names no hash', () => {
    expect(request.fields).toMatchObject({
      hashAlgorithm: 'SHA256',
      tbsEncoding: 'base64',
      signatureType: 'PKCS1',
    });
    expect(request.fields.pin).toBe('a%2Bb%26c1');
    const data = new Uint8Array(32);
    const raw = makeSignature({ data, type: 'RAW', pin: '1', reader: '', keyId: data, checkValidity: true });
    expect(raw.fields).not.toHaveProperty('hashAlgorithm');
  });

  it('escape the ciphertext once more, as the service expects it', () => {
    expect(decryptData(new Uint8Array([0xfb, 0xff]), '1', 'R').fields.cipher).toBe('%2B%2F8%3D');
  });

  it('go to this computer only', () => {
    expect(baseUrl(undefined)).toBe('http://localhost:61161');
    expect(baseUrl('http://localhost:16888/cht_api/')).toBe('http://localhost:16888/cht_api');
    expect(() => baseUrl('http://example.com:61161')).toThrow(TypeError);
    expect(() => baseUrl('http://localhost.example.com')).toThrow(TypeError);
  });
});

describe('replies', () => {
  it.each([
    ['<html>', 'not JSON'],
    ['[]', 'not JSON'],
    ['{"func":"decrypt","ret_code":0}', 'answer to decrypt'],
    ['{"func":"sign"}', 'no ret_code'],
    ['{"func":"sign","ret_code":"soon"}', 'no ret_code'],
  ])('%s is SERVICE_PROTOCOL', (text, reason) => {
    expect(() => parseReply(text, 'sign')).toThrow(
      expect.objectContaining({ code: 'SERVICE_PROTOCOL', details: { reason } }),
    );
  });

  it('take numbers that came as text, negative or under ret', () => {
    expect(parseReply('{"func":"sign","ret_code":"-2130705881"}', 'sign').retCode).toBe(0x81000227);
    expect(parseReply('{"func":"x","ret_code":0,"ret":{"data":"b"}}', 'x').fields).toMatchObject({
      data: 'b',
    });
  });

  it('tell cards, unknown cards and empty readers apart', () => {
    const info = parseInfo(
      parseReply(
        JSON.stringify({
          func: 'pkcs11info',
          ret_code: 0,
          version: '1.3.4.13',
          slots: [
            {
              slotID: 0,
              slotDescription: 'A',
              token: { label: 'HiCOS PKI Smart Card', model: 'T7U\t', serialNumber: 'TTAJ1 ' },
            },
            { slotID: 1, slotDescription: 'B', token: 'unknown token' },
            { slotID: 2, slotDescription: 'C', token: null },
            { slotID: 3, slotDescription: 'D' },
          ],
        }),
        'pkcs11info',
      ),
    );
    expect(info.slots.map(({ token, unknownToken }) => [token?.serial, token?.model, unknownToken])).toEqual([
      ['TTAJ1', 'T7U', false],
      [undefined, undefined, true],
      [undefined, undefined, false],
      [undefined, undefined, false],
    ]);
  });
});

describe('failures', () => {
  it.each([
    [0x76100006, 0x80000002, 'PIN_INCORRECT', { retriesLeft: 2 }],
    [0x76100006, 0x80000001, 'PIN_INCORRECT', { retriesLeft: 1 }],
    [0x76100006 | 0, -2147483647, 'PIN_INCORRECT', { retriesLeft: 1 }],
    [0x76100006, 0xa4, 'PIN_LOCKED', {}],
    [0x76100006, 0x06, 'FUNCTION_FAILED', { ckr: '0x00000006' }],
    [0x76000006, 0, 'CARD_REMOVED', {}],
    [0x76000031, 0, 'DOMAIN_NOT_TRUSTED', { link: 'http://localhost:61161/addDomain' }],
    [0x83000101, 0, 'WRONG_CARD', { found: '自然人憑證（MOICA）' }],
    [0x81000201, 0, 'USER_CODE_INCORRECT', { triesLeft: 2 }],
    [0x81000203, 0, 'USER_CODE_BLOCKED', {}],
    [0x76500002, 0, 'CERTIFICATE_EXPIRED', {}],
    [0x76700002, 0, 'SERVICE_FAILED', { retCode: '0x76700002' }],
    [0x7fffffff, 0, 'SERVICE_FAILED', { label: '未列於代碼表' }],
  ])('0x%s becomes a coded error', (retCode, lastError, code, details) => {
    const error = failureOf(reply(retCode, lastError), CONTEXT);
    expect(error.code).toBe(code);
    expect(error.details).toMatchObject(details);
    expect(error.message).not.toMatch(/\{\w+\}/);
  });
});

describe('versions', () => {
  it('are compared number by number: the last part has six digits on Windows', () => {
    expect(compareVersions('1.3.4.13', '1.3.4.103328')).toBeLessThan(0);
    expect(compareVersions('1.3.10', '1.3.4.9')).toBeGreaterThan(0);
    expect(compareVersions('1.3.4', '1.3.4.0')).toBe(0);
  });

  it('are judged by platform', () => {
    expect(isRecentEnough('1.3.4.13', 'macos')).toBe(true);
    expect(isRecentEnough('1.3.4.13', 'windows')).toBe(false);
    expect(isRecentEnough('1.3.4.102700', 'windows')).toBe(false);
    expect(isRecentEnough('1.3.4.3', 'linux')).toBe(true);
  });
});

describe('the probe image', () => {
  it('spells the text in blue, green, red', () => {
    const text = JSON.stringify({ func: 'pkcs11info', ret_code: 0, version: '1.3.4.103328' });
    for (const padded of [text, `${text} `, `${text}  `])
      expect(decodeImageText(encodeImageText(padded))).toBe(padded);
  });

  it('is refused when it is no bitmap', () => {
    expect(() => decodeImageText(new TextEncoder().encode('<html>'.repeat(20)))).toThrow(
      expect.objectContaining({ code: 'SERVICE_PROTOCOL' }),
    );
  });
});

describe('steps that only the authority can do', () => {
  it('are linked and explained', () => {
    expect(officialSteps.map(({ id }) => id)).toEqual(['activate', 'unlock', 'reset-pin', 'renew', 'revoke']);
    for (const { link, whyZh, whyEn } of officialSteps) {
      expect(new URL(link).protocol).toBe('https:');
      expect(whyZh.length * whyEn.length).toBeGreaterThan(0);
    }
  });
});
