import { request as httpRequest } from 'node:http';
import { decodeImageText } from '@kcc/xca-card/hipki';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAllowList } from '../src/allow-list.ts';
import { personAt, post, signing } from './support/person.ts';
import { type Issued, issue, PAGE, PIN, startWorld, type World } from './support/world.ts';

const UNTRUSTED = 0x76000031;

let issued: Issued;
let world: World;

beforeAll(async () => {
  issued = await issue();
});
beforeEach(async () => {
  world = await startWorld({ issued });
});
afterEach(() => world.close());

const get = async (path: string, headers: Record<string, string> = {}) =>
  (await fetch(world.service.url + path, { headers })).json();

describe('origin', () => {
  it.each(['https://evil.example', 'null', 'http://app.example', 'https://app.example:8443'])(
    'refuses %s with 0x76000031 and asks nobody',
    async (origin) => {
      const answer = await post(world.service, '/sign', signing('a', { pin: PIN }), { headers: { origin } });
      expect(answer).toMatchObject({ func: 'sign', ret_code: UNTRUSTED });
      await personAt(world.service).see(0);
      expect(world.log()).toMatchObject([{ event: 'refused', requester: origin, retCode: '0x76000031' }]);
    },
  );

  it('refuses a page that a browser does not name', async () => {
    for (const site of ['cross-site', 'same-site']) {
      expect(await get('/pkcs11info', { 'sec-fetch-site': site })).toMatchObject({ ret_code: UNTRUSTED });
    }
  });

  it('believes the opener header only of its own popup', async () => {
    const opener = { 'x-signer-opener': PAGE };
    const own = { ...opener, 'sec-fetch-site': 'same-origin' };
    expect(await get('/pkcs11info', own)).toMatchObject({ ret_code: 0 });
    expect(await get('/pkcs11info', { ...opener, origin: 'https://evil.example' })).toMatchObject({
      ret_code: UNTRUSTED,
    });
    expect(await get('/pkcs11info', { ...own, 'x-signer-opener': 'https://evil.example' })).toMatchObject({
      ret_code: UNTRUSTED,
    });
  });

  it('puts only the refusal into the image for a page that may not ask', async () => {
    const response = await fetch(`${world.service.url}/p11Image.bmp`, {
      headers: { origin: 'https://evil.example' },
    });
    const text = decodeImageText(new Uint8Array(await response.arrayBuffer()));
    expect(JSON.parse(text)).toMatchObject({ ret_code: UNTRUSTED });
    expect(text).not.toContain('slots');
  });

  it('refuses programs when told to', async () => {
    await world.close();
    world = await startWorld({ issued, programs: false });
    expect(await get('/pkcs11info')).toMatchObject({ ret_code: UNTRUSTED });
    expect(await get('/pkcs11info', { origin: PAGE })).toMatchObject({ ret_code: 0 });
  });

  it('takes nothing for an allowed origin that is none', () => {
    for (const text of ['app.example', 'https://app.example/', 'https://APP.example', 'null', '*']) {
      expect(() => createAllowList([text])).toThrow(TypeError);
    }
  });
});

describe('Host header', () => {
  const withHost = (host: string) =>
    new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const options = { port: world.service.port, host: '127.0.0.1', path: '/pkcs11info', headers: { host } };
      httpRequest(options, (response) => {
        let body = '';
        response.on('data', (part) => {
          body += String(part);
        });
        response.on('end', () => resolve({ status: response.statusCode, body }));
      })
        .on('error', reject)
        .end();
    });

  it('refuses a foreign name that points to this computer (DNS rebinding) with 0x7600000F', async () => {
    const { port } = world.service;
    for (const host of [
      `evil.example:${port}`,
      `localhost.evil.example:${port}`,
      'localhost',
      'localhost:1',
    ]) {
      const { status, body } = await withHost(host);
      expect(status).toBe(403);
      expect(JSON.parse(body)).toMatchObject({ ret_code: 0x7600000f });
    }
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`])
      expect((await withHost(host)).status).toBe(200);
  });
});

describe('consent form', () => {
  it('is taken from a page of this service only, with its token', async () => {
    const { service } = world;
    const pending = post(service, '/sign', signing('a', { pin: PIN }));
    const person = personAt(service);
    const page = await person.see(1);
    const id = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const send = async (headers: Record<string, string>, fields: Record<string, string>) => {
      const body = new URLSearchParams({ id, action: 'approve', ...fields });
      return (await fetch(`${service.url}/consent`, { method: 'POST', body, headers })).status;
    };
    expect(await send({}, { token })).toBe(403);
    expect(await send({ origin: PAGE }, { token })).toBe(403);
    expect(await send({ origin: 'null' }, { token })).toBe(403);
    expect(await send({ origin: service.url }, { token: 'f'.repeat(64) })).toBe(400);
    expect(await send({ origin: service.url }, {})).toBe(400);
    await person.decline(1);
    expect(await pending).toMatchObject({ ret_code: 0x76000999 });
  });

  it('may not be framed by others and runs no script but its own', async () => {
    const { headers } = await fetch(`${world.service.url}/`);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).toContain("default-src 'none'");
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });
});
