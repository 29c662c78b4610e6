import { constants, createHash, createPublicKey, publicEncrypt, X509Certificate } from 'node:crypto';
import type { Card, CardDriver } from '@kcc/xca-card';
import { writePem } from '@kcc/xca-card/certificate';
import { envelopCms } from '@kcc/xca-card/cms';
import { createHipkiDriver, decodeImageText, type HipkiDriver } from '@kcc/xca-card/hipki';
import { issueOrganisation } from '@kcc/xca-card/soft';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashingDriver } from './support/hashing-driver.ts';
import { opensslIn, withoutOpenssl } from './support/openssl.ts';
import { type Person, personAt, post, signing } from './support/person.ts';
import { type Issued, issue, NUMBER, PIN, startWorld, type World } from './support/world.ts';

const DATA = new TextEncoder().encode('主旨：檢送會議紀錄 1 份，請查照。');

let issued: Issued;
let world: World;
let person: Person;
let client: HipkiDriver;

beforeAll(async () => {
  issued = await issue();
});
const start = async (driver?: CardDriver) => {
  world = await startWorld({ issued, ...(driver && { driver }) });
  person = personAt(world.service);
  client = createHipkiDriver({ url: world.service.url });
};
beforeEach(() => start());
afterEach(async () => {
  await client.close();
  await world.close();
});

const cardOf = async (): Promise<Card> => {
  const [reader] = await client.readers();
  if (reader?.card === undefined) throw new Error('no card');
  return reader.card;
};
/** The client's `open` tries the PIN with a signature, which is one request more to consent to. */
const open = async (pin = PIN, fields: Record<string, string> = {}) => {
  const [reader] = await client.readers();
  const pending = client.open(reader?.id ?? '', pin, { allowLastTry: true });
  const [session] = await Promise.allSettled([pending, person.approve(1, fields)]);
  if (session.status === 'rejected') throw session.reason;
  return session.value;
};
const certificateOf = ({ certificates }: Card, use: string): Uint8Array =>
  certificates.find((certificate) => certificate.use === use)?.der ?? new Uint8Array();

describe('pkcs11info', () => {
  it('shows reader, card and certificates to the HiPKI client, with a version that pages take', async () => {
    expect(await client.environment('windows')).toMatchObject({
      version: '1.3.4.103328',
      recentEnough: true,
      readers: [{ name: '模擬讀卡機 0', cardNumber: NUMBER, unknownCard: false }],
    });
    const { number, certificates } = await cardOf();
    expect(number).toBe(NUMBER);
    expect(certificates.map(({ use }) => use).sort()).toEqual(['ca', 'exchange', 'root', 'sign']);
  });

  it('says in every answer that it is a development stand-in', async () => {
    const info = await (await fetch(`${world.service.url}/pkcs11info`)).json();
    expect(info).toMatchObject({
      serverVersion: expect.stringContaining('NOT the official HiPKI component'),
    });
    const refused = await post(world.service, '/sign', { func: 'MakeSignature' });
    expect(refused.serverVersion).toBe(info.serverVersion);
  });

  it('gives certificates their usage, key id, times and thumbprint', async () => {
    const info = await (await fetch(`${world.service.url}/pkcs11info?withcert=true`)).json();
    const { token, flags } = info.slots[0];
    const [cert1] = token.certs;
    expect(flags).toBe(7);
    expect(cert1).toMatchObject({
      label: 'cert1',
      id: 'U0lHTg==',
      usage: 'digitalSignature',
      holderRank: 'primary',
    });
    const x509 = new X509Certificate(Buffer.from(cert1.certb64, 'base64'));
    expect(cert1.thumbprint).toBe(x509.fingerprint.replaceAll(':', ''));
    expect(cert1.notAfterT * 1000).toBe(Date.parse(x509.validTo));
    expect(cert1.notAfter).toMatch(/^\d{12}Z$/);
    expect(token.keys.map(({ id }: { id: string }) => id)).toEqual(['U0lHTg==', 'S0VZWA==']);
  });

  it('spells the same without certificates in p11Image.bmp, as ASCII, 2000 pixels wide', async () => {
    const response = await fetch(`${world.service.url}/p11Image.bmp`);
    const bitmap = Buffer.from(await response.arrayBuffer());
    expect(bitmap.readInt32LE(18)).toBe(2000);
    const text = decodeImageText(bitmap);
    expect(text).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(text)).toMatchObject({
      func: 'pkcs11info',
      ret_code: 0,
      slots: [{ token: { serialNumber: NUMBER } }],
    });
    expect(text).not.toContain('certb64');
  });
});

describe.skipIf(withoutOpenssl !== undefined)(
  `what was signed, judged by openssl${withoutOpenssl ?? ''}`,
  () => {
    it.each(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const)('PKCS1 with %s', async (hash) => {
      const session = await open();
      const [signature] = await Promise.all([session.signer.sign(DATA, hash), person.approve(1)]);
      const openssl = opensslIn(world.folder);
      const key = createPublicKey(writePem('CERTIFICATE', session.signer.certificate));
      openssl.write('key.pem', key.export({ type: 'spki', format: 'pem' }));
      openssl.write('data', DATA);
      openssl.write('signature', signature);
      const option = `-${hash.replace('-', '').toLowerCase()}`;
      expect(openssl.run('dgst', option, '-verify', 'key.pem', '-signature', 'signature', 'data')).toContain(
        'Verified OK',
      );
    });

    it('PKCS7 with its content and the one certificate inside', async () => {
      const session = await open();
      const [{ signature, cardNumber }] = await Promise.all([
        session.makeSignature(DATA, { type: 'PKCS7', withSigningTime: true }),
        person.approve(1),
      ]);
      expect(cardNumber).toBe(NUMBER);
      const openssl = opensslIn(world.folder);
      const issuers = [...issued.gpki.anchors, ...issued.gpki.intermediates].map((der) =>
        writePem('CERTIFICATE', der),
      );
      openssl.write('ca.pem', issuers.join(''));
      openssl.write('message', signature);
      const verify = ['cms', '-verify', '-inform', 'DER', '-in', 'message', '-binary', '-purpose', 'any'];
      expect(openssl.run(...verify, '-CAfile', 'ca.pem')).toBe(new TextDecoder().decode(DATA));
      const print = openssl.run('pkcs7', '-inform', 'DER', '-in', 'message', '-print_certs');
      expect(print.match(/subject=/g)).toHaveLength(1);
    });

    it('RAW over a digest', async () => {
      const digest = createHash('sha256').update(DATA).digest();
      const request = signing(digest.toString('base64'), {
        signatureType: 'RAW',
        tbsEncoding: 'base64',
        pin: PIN,
      });
      const [answer] = await Promise.all([post(world.service, '/sign', request), person.approve(1)]);
      expect(answer).toMatchObject({ func: 'sign', ret_code: 0 });
      const openssl = opensslIn(world.folder);
      openssl.write('certificate.pem', writePem('CERTIFICATE', certificateOf(await cardOf(), 'sign')));
      openssl.write('digest', digest);
      openssl.write('signature', Buffer.from(String(answer.signature), 'base64'));
      const verify = [
        'pkeyutl',
        '-verify',
        '-certin',
        '-inkey',
        'certificate.pem',
        '-pkeyopt',
        'digest:sha256',
      ];
      expect(openssl.run(...verify, '-in', 'digest', '-sigfile', 'signature')).toContain(
        'Verified Successfully',
      );
    });
  },
);

describe('decrypt', () => {
  it('opens a wrapped key for the HiPKI client', async () => {
    const session = await open();
    const key = createPublicKey(writePem('CERTIFICATE', session.decrypter.certificate));
    const wrapped = publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, DATA);
    const [plain] = await Promise.all([session.decrypter.decrypt(wrapped), person.approve(1)]);
    expect(plain).toEqual(DATA);
  });

  it('opens a CMS envelope (PKCS7)', async () => {
    const envelope = await envelopCms(DATA, [certificateOf(await cardOf(), 'exchange')], {
      cipher: 'aes-256-cbc',
    });
    const cipher = encodeURIComponent(Buffer.from(envelope).toString('base64'));
    const request = { func: 'DecryptData', cipher, cipherType: 'PKCS7', plainEncoding: 'base64', pin: PIN };
    const [answer] = await Promise.all([post(world.service, '/decrypt', request), person.approve(1)]);
    expect(answer).toMatchObject({ func: 'decrypt', ret_code: 0, last_error: 0 });
    expect(Buffer.from(String(answer.plain), 'base64').equals(DATA)).toBe(true);
  });

  it('answers 0x76400003 to what was made for another key', async () => {
    const cipher = Buffer.alloc(256, 1).toString('base64');
    const request = { func: 'DecryptData', cipher, cipherType: 'PKCS1', plainEncoding: 'base64', pin: PIN };
    const [answer] = await Promise.all([post(world.service, '/decrypt', request), person.approve(1)]);
    expect(answer).toMatchObject({ ret_code: 0x76400003 });
  });
});

describe('wrong PIN', () => {
  it('tells the tries left, asks before the last one, and tells a locked card', async () => {
    await expect(open('111111')).rejects.toMatchObject({
      code: 'PIN_INCORRECT',
      details: { retriesLeft: 2 },
    });
    await expect(open('111111')).rejects.toMatchObject({
      code: 'PIN_INCORRECT',
      details: { retriesLeft: 1 },
    });

    const last = post(world.service, '/sign', signing('最後一次', { pin: '111111' }));
    const refused = await person.approve(1);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('只剩最後 1 次機會，須勾選');
    await person.approve(1, { lastTry: 'yes' });
    expect(await last).toMatchObject({ ret_code: 0x76100006, last_error: 0xa4 });

    await expect(open(PIN)).rejects.toMatchObject({ code: 'PIN_LOCKED' });
  });

  it('uses one try for a whole batch', async () => {
    const pending = [1, 2, 3].map((n) =>
      post(world.service, '/sign', signing(`第 ${n} 件`, { pin: '111111' })),
    );
    await person.approve(3);
    for (const answer of await Promise.all(pending)) {
      expect(answer).toMatchObject({ ret_code: 0x76100006, last_error: 0x80000002 });
    }
  });
});

describe('codes for what cannot be done', () => {
  const cases: readonly (readonly [string, string, Record<string, string>, number])[] = [
    ['nothing to sign', '/sign', signing(''), 0x76000003],
    ['nothing to decrypt', '/decrypt', { func: 'DecryptData' }, 0x76000004],
    ['another type of signature', '/sign', signing('a', { signatureType: 'PKCS9' }), 0x76300002],
    ['another hash', '/sign', signing('a', { hashAlgorithm: 'MD5' }), 0x7600000c],
    ['no base64', '/sign', signing('%%', { tbsEncoding: 'base64' }), 0x76600002],
    ['a RAW digest of no known length', '/sign', signing('YQ==', { signatureType: 'RAW' }), 0x76300003],
    ['another reader', '/sign', signing('a', { slotDescription: 'Reader X' }), 0x76100003],
    ['another key', '/sign', signing('a', { keyidb64: 'S0VZWA==' }), 0x7610000d],
    ['a card command', '/CardManagement/sendCardCommand', { func: 'changeUserPINCode' }, 0x7600000e],
    ['an unknown endpoint', '/umakeSig', { func: 'umakeSig' }, 0x7600000e],
  ];
  it.each(cases)('%s', async (_name, path, fields, code) => {
    expect(await post(world.service, path, { ...fields, pin: PIN })).toMatchObject({ ret_code: code });
  });

  it('a body that is no JSON, or no tbsPackage', async () => {
    const send = async (body: string) =>
      (await fetch(`${world.service.url}/sign`, { method: 'POST', body })).json();
    expect(await send('tbsPackage={')).toMatchObject({ ret_code: 0x7600000b });
    expect(await send('other={}')).toMatchObject({ ret_code: 0x7600000c });
  });

  it('RAW with a card that signs nothing but what it hashes itself', async () => {
    await world.close();
    const holder = { name: '測試服務處', places: ['高雄市'] };
    await start(hashingDriver(await issueOrganisation(issued.gpki, holder, { authority: 'xca' })));
    const request = signing(Buffer.alloc(32).toString('base64'), { signatureType: 'RAW', pin: PIN });
    const [answer] = await Promise.all([post(world.service, '/sign', request), person.approve(1)]);
    expect(answer).toMatchObject({ ret_code: 0x76300002 });
  });

  it('keeps an ampersand and a percent sign of a text in what is signed', async () => {
    const pending = post(world.service, '/sign', signing('甲&乙 100% + 1', { pin: PIN }));
    const page = await person.see(1);
    expect(page).toContain('甲&#38;乙 100% + 1');
    await person.press(page, 'approve');
    expect(await pending).toMatchObject({ ret_code: 0 });
  });
});
