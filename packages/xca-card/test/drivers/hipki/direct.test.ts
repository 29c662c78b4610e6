import { verify, X509Certificate } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createDirectTransport,
  createHipkiDriver,
  type HipkiDriver,
} from '../../../src/drivers/hipki/index.ts';
import { type HipkiService, startHipkiService } from '../../support/hipki-service.ts';
import { type TestCardFiles, testCardFiles } from '../../support/test-keys.ts';

const PIN = '246802';
const DATA = new TextEncoder().encode('主旨：測試');

let files: TestCardFiles;
let service: HipkiService;
let driver: HipkiDriver;
beforeAll(() => {
  files = testCardFiles();
});
beforeEach(async () => {
  service = await startHipkiService({
    number: 'TTAJ000000000321',
    files,
    pin: PIN,
    triesLeft: 3,
    authorisation: DATA,
  });
  driver = createHipkiDriver({ url: service.url });
});
afterEach(async () => {
  await driver.close();
  await service.close();
});

const open = async () => {
  const [reader] = await driver.readers();
  return await driver.open(reader?.id ?? '', PIN);
};

describe('HiPKI client that posts directly', () => {
  it('skips virtual readers', async () => {
    expect((await driver.readers()).map(({ name }) => name)).toEqual(['Test Reader 0']);
  });

  it('makes PKCS#7 and raw requests with the fields of the protocol', async () => {
    const session = await open();
    await session.makeSignature(DATA, { type: 'PKCS7', withSigningTime: true, nonce: 'n1' });
    await session.makeSignature(new Uint8Array(32), { type: 'RAW' });
    const [, pkcs7, raw] = service.seen.map(({ fields }) => fields);
    expect(pkcs7).toMatchObject({
      func: 'MakeSignature',
      signatureType: 'PKCS7',
      withSigningTime: 'true',
      nonce: 'n1',
      withCardSN: 'true',
    });
    expect(raw).toMatchObject({ signatureType: 'RAW', tbsEncoding: 'base64' });
    await session.close();
  });

  it('hands over the authorisation of a secondary card (附卡授權證)', async () => {
    const session = await open();
    const { authorisation, cardNumber, certificate, signature } = await session.makeSignature(DATA, {
      withAuthorisation: true,
    });
    expect(authorisation).toEqual(DATA);
    expect(cardNumber).toBe('TTAJ000000000321');
    const key = new X509Certificate(certificate ?? new Uint8Array()).publicKey;
    expect(verify('sha256', DATA, key, signature)).toBe(true);
    await session.close();
  });

  it('tries a PIN once and never again after a refusal', async () => {
    const session = await open();
    service.card.pin = '999999';
    await expect(session.signer.sign(DATA)).rejects.toMatchObject({
      code: 'PIN_INCORRECT',
      details: { retriesLeft: 2 },
    });
    const sent = service.seen.length;
    await expect(session.signer.sign(DATA)).rejects.toMatchObject({ code: 'PIN_INCORRECT' });
    expect(service.seen).toHaveLength(sent);
    expect(service.card.triesLeft).toBe(2);
  });

  it('reads codes that arrive as negative numbers', async () => {
    service.faults.negativeCodes = true;
    const [reader] = await driver.readers();
    await expect(driver.open(reader?.id ?? '', '111111')).rejects.toMatchObject({
      code: 'PIN_INCORRECT',
      details: { retriesLeft: 2 },
    });
  });

  it('notices another card behind the same reader', async () => {
    const session = await open();
    Object.assign(service.card, { number: 'TTAJ000000000999' });
    await expect(session.signer.sign(DATA)).rejects.toMatchObject({
      code: 'WRONG_CARD',
      details: { found: 'TTAJ000000000999' },
    });
    const sent = service.seen.length;
    await expect(session.signer.sign(DATA)).rejects.toMatchObject({ code: 'WRONG_CARD' });
    expect(service.seen).toHaveLength(sent);
  });

  it('refuses OAEP, which the service does not offer', async () => {
    const session = await open();
    await expect(session.decrypter.decrypt(new Uint8Array(256), 'oaep-sha256')).rejects.toMatchObject({
      code: 'MECHANISM_UNSUPPORTED',
    });
    await session.close();
  });

  it('judges the version by platform', async () => {
    service.faults.version = '1.3.4.102700';
    expect(await driver.environment('windows')).toMatchObject({
      version: '1.3.4.102700',
      recentEnough: false,
      minimum: '1.3.4.103328',
    });
    expect(await driver.environment('macos')).toMatchObject({ recentEnough: true });
  });

  it('tells a service that is not there, silent, or something else', async () => {
    await service.close();
    await expect(driver.readers()).rejects.toMatchObject({
      code: 'SERVICE_UNREACHABLE',
      category: 'environment',
    });
    service = await startHipkiService({ number: 'X', files, pin: PIN, triesLeft: 3 });
    service.faults.silent = true;
    const impatient = createDirectTransport({ url: service.url, timeout: 100 });
    await expect(impatient.look()).rejects.toMatchObject({
      code: 'SERVICE_TIMEOUT',
      details: { seconds: 0.1 },
    });
    service.faults.silent = false;
    service.faults.text = '<html>another program</html>';
    const other = createHipkiDriver({ url: service.url });
    const [reader] = await other.readers();
    await expect(other.open(reader?.id ?? '', PIN)).rejects.toMatchObject({ code: 'SERVICE_PROTOCOL' });
    await other.close();
  });
});
