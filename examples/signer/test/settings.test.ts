import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAllowList } from '../src/allow-list.ts';
import { readSettings } from '../src/settings.ts';

describe('command line', () => {
  it('takes the simulated card and the port of the protocol by default', () => {
    expect(readSettings([], {})).toMatchObject({
      driver: 'soft',
      port: 61161,
      allow: [],
      programs: true,
    });
  });

  it('reads every option', () => {
    const args = ['--driver', 'pkcs11', '--module', 'm.so', '--slot', '3', '--port', '0', '--no-programs'];
    const settings = readSettings([...args, '--allow', 'http://a', '--allow', 'http://b'], {});
    expect(settings).toMatchObject({ driver: 'pkcs11', module: 'm.so', slot: 3, port: 0, programs: false });
    expect(settings?.allow).toEqual(['http://a', 'http://b']);
  });

  it('refuses what it does not know', () => {
    for (const args of [['--driver', 'hipki'], ['--port', '99999'], ['--slot', 'x'], ['--unknown']]) {
      expect(() => readSettings(args, {})).toThrow(TypeError);
    }
    expect(readSettings(['--help'], {})).toBeUndefined();
  });
});

describe('file of allowed origins', () => {
  it('is read anew with each request; comments and lines that are no origin allow nothing', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kcc-origins-'));
    try {
      const file = join(folder, 'origins.txt');
      const list = createAllowList([], file);
      expect(list.allows('https://app.example')).toBe(false);
      writeFileSync(file, '# mine\nhttps://app.example # the form\r\n*\nnull\n');
      expect(list.allows('https://app.example')).toBe(true);
      for (const origin of ['*', 'null', 'https://other.example']) expect(list.allows(origin)).toBe(false);
      writeFileSync(file, '');
      expect(list.allows('https://app.example')).toBe(false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
