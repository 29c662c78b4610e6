import { describe, expect, it } from 'vitest';
import { contentPolicy } from '../src/server/policy.ts';
import { readSettings } from '../src/server/settings.ts';

describe('the content policy', () => {
  it('allows no inline script or style and no host but the signing service of this computer', () => {
    const policy = contentPolicy(['http://localhost:61161']);
    expect(policy).not.toMatch(/unsafe|\*|https:/);
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("connect-src 'self' http://localhost:61161;");
    expect(policy).toContain("frame-ancestors 'none'");
  });
});

describe('the settings', () => {
  it('are safe unless told otherwise: this computer only', () => {
    expect(readSettings([])).toEqual({ port: 5173, host: '127.0.0.1', service: 'http://localhost:61161' });
  });

  it.each(['http://example.com:61161', 'localhost', 'http://localhost.evil.example'])(
    'refuse a signing service elsewhere, where a PIN would go: %s',
    (service) => {
      expect(() => readSettings(['--service', service])).toThrow(TypeError);
    },
  );

  it('refuse a port that is none, and give no settings for help', () => {
    expect(() => readSettings(['--port', '70000'])).toThrow(TypeError);
    expect(readSettings(['--help'])).toBeUndefined();
  });
});
