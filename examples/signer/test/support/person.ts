import { expect, vi } from 'vitest';
import type { SignerService } from '../../src/service.ts';

/** Somebody at the computer who looks at the consent page and uses its form. */
export interface Person {
  /** The page, once that many requests are on it. */
  see(count: number): Promise<string>;
  /** Sends the form of the page; gives the page that came of it. */
  press(page: string, action: 'approve' | 'decline', fields?: Record<string, string>): Promise<Response>;
  approve(count: number, fields?: Record<string, string>): Promise<Response>;
  decline(count: number): Promise<Response>;
}

const hidden = (page: string, name: string): string[] =>
  [...page.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, 'g'))].map(([, value = '']) => value);

export function personAt({ url }: SignerService): Person {
  const see = (count: number) =>
    vi.waitFor(
      async () => {
        const page = await (await fetch(`${url}/`)).text();
        expect(hidden(page, 'id')).toHaveLength(count);
        return page;
      },
      { timeout: 10_000, interval: 15 },
    );
  const press: Person['press'] = async (page, action, fields = {}) => {
    const form = new URLSearchParams({ token: hidden(page, 'token')[0] ?? '', action, ...fields });
    for (const id of hidden(page, 'id')) form.append('id', id);
    return await fetch(`${url}/consent`, { method: 'POST', body: form, headers: { origin: url } });
  };
  return {
    see,
    press,
    approve: async (count, fields) => await press(await see(count), 'approve', fields),
    decline: async (count) => await press(await see(count), 'decline'),
  };
}

/** Posts a request as a page or a program would; `headers` tell which. */
export async function post(
  { url }: SignerService,
  path: string,
  fields: Record<string, string>,
  init: { readonly headers?: Record<string, string>; readonly signal?: AbortSignal } = {},
): Promise<Record<string, unknown>> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...init.headers },
    body: `tbsPackage=${JSON.stringify(fields).replaceAll('+', '%2B')}`,
    ...(init.signal && { signal: init.signal }),
  });
  return JSON.parse(await response.text());
}

/** A MakeSignature request for a text. */
export const signing = (tbs: string, more: Record<string, string> = {}): Record<string, string> => ({
  func: 'MakeSignature',
  tbs,
  tbsEncoding: 'NONE',
  hashAlgorithm: 'SHA256',
  signatureType: 'PKCS1',
  ...more,
});
