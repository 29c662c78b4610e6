import { describe, expect, inject, it } from 'vitest';

describe('the server', () => {
  const site = { url: inject('site') };
  const post = (path: string, body: string, origin?: string): Promise<Response> =>
    fetch(site.url + path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...(origin && { origin }) },
    });

  it('sends the page with its policy and the address of the signing service', async () => {
    const response = await fetch(site.url);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const html = await response.text();
    expect(html).toContain('name="kcc-service" content="http://localhost:61161"');
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\bon\w+=|style=/);
  });

  it('knows only its own files', async () => {
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/', '/index.html']) {
      expect((await fetch(site.url + path)).status, path).toBe(404);
    }
  });

  it('sets no PDF for another page, for what is no letter, or for the paper that carries a secret', async () => {
    expect((await post('/paper/letter.pdf', '{}')).status).toBe(403);
    expect((await post('/paper/letter.pdf', '{}', 'https://other.example')).status).toBe(403);
    // A proxy with TLS in front of the server changes the scheme, not the host.
    expect((await post('/paper/letter.pdf', '{}', site.url.replace('http:', 'https:'))).status).toBe(422);
    expect((await post('/paper/letter.pdf', '{"letter":{}}', site.url)).status).toBe(422);
    expect((await post('/paper/letter.pdf', 'no json', site.url)).status).toBe(422);
    const secret = JSON.stringify({ id: 'xca-user-code-letter', data: {}, asOf: '2026-11-25' });
    expect((await post('/paper/form.pdf', secret, site.url)).status).toBe(404);
    const empty = JSON.stringify({ id: 'g2b2c-01', data: {}, asOf: '2026-11-25' });
    expect((await post('/paper/form.pdf', empty, site.url)).status).toBe(422);
    expect((await post('/paper/letter.pdf', `"${'x'.repeat(3_000_000)}"`, site.url)).status).toBe(413);
  });
});
