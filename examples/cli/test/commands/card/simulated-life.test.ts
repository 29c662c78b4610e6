import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kcc } from '../../capture.ts';

const folder = mkdtempSync(join(tmpdir(), 'kcc-card-'));
const at = (name: string) => join(folder, name);
const store = ['--store', at('store')];
const pin = ['--pin-file', at('pin')];
const code = ['--user-code-file', at('code')];
const TEXT = '主旨：檢送本所用印清冊一份，請查照。\n';

interface Answer {
  readonly number: string;
  readonly state: string;
  readonly retriesLeft: number | null;
  readonly certificates: readonly string[];
  readonly valid: boolean;
  readonly grade: string;
  readonly signed: boolean;
  readonly issues: readonly { readonly code: string }[];
  readonly error: { readonly code: string; readonly details: Readonly<Record<string, unknown>> };
}

/** Runs with --json; the shape is looked at by the expectations. */
async function run(...words: readonly string[]): Promise<{ exitCode: number; json: Answer; output: string }> {
  const { exitCode, stdout, stderr } = await kcc([...words, '--json']);
  return { exitCode, json: JSON.parse(stdout), output: stdout + stderr };
}

let created: Answer;

beforeAll(async () => {
  writeFileSync(at('pin'), '246810\n');
  writeFileSync(at('wrong-pin'), '135791\n');
  writeFileSync(at('code'), 'Code#2026\n');
  writeFileSync(at('letter.txt'), TEXT);
  const words = ['--organisation-oid', '2.16.886.119.102568', '--place', '高雄市', '--place', '苓雅區'];
  created = (await run('card', 'simulate', 'create', ...words, ...code, ...store)).json;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('card simulate', () => {
  it('makes a card that must be opened before it signs', async () => {
    expect(created).toMatchObject({ state: 'issued', retriesLeft: null });
    const early = await run('card', 'sign', at('letter.txt'), '--out', at('x'), ...pin, ...store);
    expect(early).toMatchObject({ exitCode: 4, json: { error: { code: 'NOT_ACTIVATED' } } });
    expect(existsSync(at('x'))).toBe(false);
    const opened = await run('card', 'simulate', 'activate', ...pin, ...code, ...store);
    expect(opened).toMatchObject({ exitCode: 0, json: { state: 'active', retriesLeft: 3 } });
  });

  it('refuses unknown actions and cards', async () => {
    expect((await run('card', 'simulate', 'burn', ...store)).exitCode).toBe(2);
    expect((await run('card', 'simulate', 'show', '--card', 'NOBODY', ...store)).exitCode).toBe(3);
  });
});

describe('card sign and verify', () => {
  it('sign attached and detached, and verify with grade and reasons', async () => {
    for (const detached of [false, true]) {
      const out = at(`sig-${detached}`);
      const signed = await run(
        'card',
        'sign',
        at('letter.txt'),
        '--out',
        out,
        ...(detached ? ['--detached'] : []),
        ...pin,
        ...store,
      );
      expect(signed.exitCode).toBe(0);
      const content = detached ? ['--content', at('letter.txt')] : [];
      const words = ['card', 'verify', out, ...content, '--trust', at('store/trust')];
      expect(await run(...words)).toMatchObject({
        exitCode: 0,
        json: { valid: true, grade: 'limited', chain: [{}, {}, {}] },
      });
      expect(await run(...words, '--crl', at('store/crl'))).toMatchObject({
        exitCode: 0,
        json: { grade: 'full' },
      });
      const later = await run(...words, '--at', '2040-01-01');
      expect(later).toMatchObject({ exitCode: 4, json: { valid: false, grade: 'unproven' } });
    }
  });

  it('find changed content, with exit code 4', async () => {
    writeFileSync(at('other.txt'), '主旨：其他\n');
    const result = await run(
      'card',
      'verify',
      at('sig-true'),
      '--content',
      at('other.txt'),
      '--trust',
      at('store/trust'),
    );
    expect(result).toMatchObject({ exitCode: 4, json: { valid: false, grade: 'invalid' } });
    expect(result.json.issues.map((issue) => issue.code)).toContain('CMS_DIGEST_MISMATCH');
  });

  it('tell what is no signature, with exit code 1', async () => {
    const result = await run('card', 'verify', at('letter.txt'), '--trust', at('store/trust'));
    expect(result).toMatchObject({ exitCode: 1, json: { error: { code: 'CMS_MALFORMED' } } });
  });

  it('overwrite nothing, and do not ask the card first', async () => {
    const words = [
      'card',
      'sign',
      at('letter.txt'),
      '--out',
      at('sig-true'),
      '--pin-file',
      at('wrong-pin'),
      ...store,
    ];
    expect(await run(...words)).toMatchObject({ exitCode: 2, json: { error: { code: 'FILE_EXISTS' } } });
    const shown = await run('card', 'simulate', 'show', ...store);
    expect(shown.json.retriesLeft).toBe(3);
  });

  it('give the bare RSA signature', async () => {
    const result = await run(
      'card',
      'sign',
      at('letter.txt'),
      '--out',
      at('raw'),
      '--format',
      'raw',
      ...pin,
      ...store,
    );
    expect(result.exitCode).toBe(0);
    expect(readFileSync(at('raw')).length).toBe(256);
  });
});

describe('card seal and open', () => {
  const cert2 = () => at(join('store', created.certificates.find((name) => name.includes('cert2')) ?? ''));

  it('seal to a receiver and open again', async () => {
    const sealed = await run(
      'card',
      'seal',
      at('letter.txt'),
      '--to',
      cert2(),
      '--out',
      at('sealed'),
      ...pin,
      ...store,
    );
    expect(sealed.exitCode).toBe(0);
    const words = [
      'card',
      'open',
      at('sealed'),
      '--out',
      at('opened'),
      '--trust',
      at('store/trust'),
      ...pin,
      ...store,
    ];
    expect(await run(...words)).toMatchObject({ exitCode: 0, json: { signed: true, valid: true } });
    expect(readFileSync(at('opened'), 'utf8')).toBe(TEXT);
  });

  it('write nothing when the sender is not trusted', async () => {
    const g3 = at('store/trust/root-g3.crt');
    const words = ['card', 'open', at('sealed'), '--out', at('untrusted'), '--trust', g3, ...pin, ...store];
    expect(await run(...words)).toMatchObject({ exitCode: 4, json: { signed: true, valid: false } });
    expect(existsSync(at('untrusted'))).toBe(false);
  });

  it('refuse a signature certificate as receiver, before the PIN', async () => {
    const cert1 = cert2().replace('cert2', 'cert1');
    const words = ['card', 'seal', at('letter.txt'), '--to', cert1, '--out', at('bad'), ...pin, ...store];
    expect(await run(...words)).toMatchObject({ exitCode: 4, json: { error: { code: 'RECIPIENT_UNFIT' } } });
    expect(existsSync(at('bad'))).toBe(false);
  });
});

describe('card due', () => {
  it('lists deadlines, and writes a calendar', async () => {
    const listed = await run('card', 'due', ...store);
    expect(listed.json).toMatchObject({ cards: [{ deadlines: [{ kind: 'renewal' }, { kind: 'expiry' }] }] });
    const { stdout } = await kcc(['card', 'due', '--ics', ...store]);
    expect(stdout).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });
});

describe('the end of a card', () => {
  it('counts wrong PINs, locks, and never shows a secret', async () => {
    const words = [
      'card',
      'sign',
      at('letter.txt'),
      '--out',
      at('never'),
      '--pin-file',
      at('wrong-pin'),
      ...store,
    ];
    const answers = [
      await run(...words),
      await run(...words),
      await run(...words),
      await run(...words, '--allow-last-try'),
    ];
    const expected = ['PIN_INCORRECT', 'PIN_INCORRECT', 'PIN_LAST_TRY', 'PIN_LOCKED'];
    expect(answers.map(({ json }) => json.error.code)).toEqual(expected);
    expect(answers.map(({ exitCode }) => exitCode)).toEqual([4, 4, 4, 4]);
    for (const { output } of answers) expect(output).not.toMatch(/135791|246810|Code#2026/);
    expect(await run('card', 'simulate', 'reset', ...pin, ...code, ...store)).toMatchObject({
      json: { state: 'active' },
    });
  });

  it('suspends and revokes, and verification sees it', async () => {
    const words = ['card', 'verify', at('sig-false'), '--trust', at('store/trust'), '--crl', at('store/crl')];
    await run('card', 'simulate', 'suspend', ...store);
    expect((await run(...words)).json.issues.map((issue) => issue.code)).toContain('ON_HOLD');
    await run('card', 'simulate', 'resume', ...store);
    expect((await run(...words)).exitCode).toBe(0);
    await run('card', 'simulate', 'revoke', ...store);
    expect((await run(...words)).json.issues.map((issue) => issue.code)).toContain('REVOKED');
  });

  it('tells an empty reader, with exit code 3', async () => {
    await run('card', 'simulate', 'remove', ...store);
    const result = await run('card', 'sign', at('letter.txt'), '--out', at('never'), ...pin, ...store);
    expect(result).toMatchObject({ exitCode: 3, json: { error: { code: 'CARD_NOT_FOUND' } } });
  });
});
