import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kcc } from '../../capture.ts';

const letter = {
  sender: {
    name: '高雄市議員王小明服務處',
    address: { postalCode: '830', county: '高雄市', district: '鳳山區', street: '範例路1段1號' },
    drafter: '林小美',
    phone: '07-7470171',
  },
  heading: { issueDate: '2026-11-24', number: '高議服字第1150000001號' },
  cards: { primary: ['04001-00000-00000-00000-53421'] },
};
const day = ['--as-of', '2026-11-24'];
let folder = '';
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kcc-form-'));
  await writeFile(file('letter.json'), JSON.stringify(letter));
  await writeFile(file('bad.json'), JSON.stringify({ ...letter, cards: {} }));
  await writeFile(file('code.json'), JSON.stringify({ code: { caseNumber: '0400100000000000000080067' } }));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('kcc form list, schema', () => {
  it('lists every form of the contract', async () => {
    const { exitCode, json } = await kcc(['form', 'list', '--json']);
    expect(exitCode).toBe(0);
    const rows = json() as { id: string }[];
    expect(rows.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'xca-application-primary',
        'xca-application-secondary',
        'xca-user-code-letter',
        'xca-cover-letter',
        'xca-revocation',
        'exchange-consent',
        'g2b2c-01',
        'g2b2c-change',
        'g2b2c-restore',
      ]),
    );
  });

  it('prints the JSON Schema; an unknown form is wrong usage', async () => {
    expect((await kcc(['form', 'schema', 'g2b2c-01', '--json'])).json()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    });
    const unknown = await kcc(['form', 'schema', 'nothing', '--json']);
    expect(unknown.exitCode).toBe(2);
    expect(unknown.json()).toMatchObject({ error: { code: 'FORM_NOT_FOUND', category: 'usage' } });
  });
});

describe('kcc form check', () => {
  it('gives the normalised data and 0, or the issues and 1', async () => {
    const good = await kcc(['form', 'check', 'xca-cover-letter', file('letter.json'), ...day, '--json']);
    expect(good.exitCode).toBe(0);
    expect(good.json()).toMatchObject({
      ok: true,
      value: { cards: { primary: ['0400100000000000000053421'] } },
    });
    const bad = await kcc(['form', 'check', 'xca-cover-letter', file('bad.json'), ...day, '--json']);
    expect(bad.exitCode).toBe(1);
    expect(bad.json()).toMatchObject({ ok: false, issues: [{ code: 'CARDS_NONE', severity: 'error' }] });
  });

  it('speaks English when asked', async () => {
    const { json } = await kcc([
      'form',
      'check',
      'xca-cover-letter',
      file('bad.json'),
      ...day,
      '--json',
      '--lang',
      'en',
    ]);
    expect(json()).toMatchObject({ issues: [{ message: expect.stringContaining('case number') }] });
  });

  it('reads YAML from stdin without losing a leading zero, and ticks as ticks', async () => {
    const yaml = 'code:\n  caseNumber: 0400100000000000000080067\n';
    const { exitCode, json } = await kcc(
      ['form', 'check', 'xca-user-code-letter', '-', ...day, '--json'],
      yaml,
    );
    expect(exitCode).toBe(0);
    expect(json()).toMatchObject({ value: { code: { caseNumber: '0400100000000000000080067' } } });
    const consent = 'applicant:\n  name: 高雄市議員王小明服務處\n  agreed: true\n';
    expect((await kcc(['form', 'check', 'exchange-consent', '-', ...day], consent)).exitCode).toBe(0);
  });

  it('does not repeat a secret, nor the contents of a broken file', async () => {
    const secret = JSON.stringify({
      code: { caseNumber: '0400100000000000000080067', userCode: 'hush-code' },
    });
    const checked = await kcc(['form', 'check', 'xca-user-code-letter', '-', ...day, '--json'], secret);
    expect(checked.exitCode).toBe(0);
    expect(checked.stdout + checked.stderr).not.toContain('hush-code');
    const broken = await kcc(['form', 'check', 'xca-user-code-letter', '-', '--json'], '{"code": hush-code');
    expect(broken.exitCode).toBe(1);
    expect(broken.stdout + broken.stderr).not.toContain('hush');
  });

  it('answers a wrong day and an unknown council with 2', async () => {
    const check = ['form', 'check', 'xca-cover-letter', file('letter.json')];
    expect((await kcc([...check, '--as-of', '115/11/24'])).exitCode).toBe(2);
    expect((await kcc([...check, '--council', 'nowhere'])).exitCode).toBe(2);
  });
});

describe('kcc form fill', () => {
  const fill = (to: string, out: string, ...more: string[]) =>
    kcc([
      'form',
      'fill',
      'xca-cover-letter',
      file('letter.json'),
      '--to',
      to,
      '--out',
      file(out),
      ...day,
      '--json',
      ...more,
    ]);

  it.each([
    ['docx', 'PK'],
    ['odt', 'PK'],
    ['pdf', '%PDF'],
    ['html', '<!'],
  ])('writes %s', async (to, magic) => {
    const { exitCode, json } = await fill(to, `letter.${to}`);
    expect(exitCode).toBe(0);
    expect(json()).toMatchObject({ path: file(`letter.${to}`), form: 'xca-cover-letter', format: to });
    expect((await readFile(file(`letter.${to}`), 'latin1')).slice(0, magic.length)).toBe(magic);
  });

  it('does not overwrite without --force, and writes nothing for bad data', async () => {
    await fill('html', 'twice.html');
    expect((await fill('html', 'twice.html')).exitCode).toBe(2);
    expect((await fill('html', 'twice.html', '--force')).exitCode).toBe(0);
    const out = file('bad.html');
    const bad = await kcc([
      'form',
      'fill',
      'xca-cover-letter',
      file('bad.json'),
      '--to',
      'html',
      '--out',
      out,
      ...day,
    ]);
    expect(bad.exitCode).toBe(1);
    await expect(readFile(out)).rejects.toThrow();
  });

  it('answers a missing --to or --out with 2', async () => {
    const form = ['form', 'fill', 'xca-cover-letter', file('letter.json')];
    expect((await kcc([...form, '--to', 'doc', '--out', file('x')])).exitCode).toBe(2);
    expect((await kcc([...form, '--to', 'docx'])).exitCode).toBe(2);
  });

  it('writes what must be compared into a note of its own', async () => {
    const { exitCode } = await fill('html', 'noted.html', '--note', file('note.txt'));
    expect(exitCode).toBe(0);
    expect(await readFile(file('note.txt'), 'utf8')).toContain('請勿隨表寄出');
    expect(await readFile(file('noted.html'), 'utf8')).not.toContain('請勿隨表寄出');
  });

  it('fills an official file with tags, but only the one whose hash is given', async () => {
    const { sheetToOdt, sha256Of } = await import('@kcc/forms/odt');
    const blocks = [{ type: 'paragraph', text: '發文機關：{sender.name}' } as const];
    const template = sheetToOdt({ title: '範本', blocks });
    await writeFile(file('template.odt'), template);
    const from = ['--template', file('template.odt')];
    const good = await fill('odt', 'from-template.odt', ...from, '--sha256', await sha256Of(template));
    expect(good.exitCode).toBe(0);
    const changed = await fill('odt', 'changed.odt', ...from, '--sha256', 'a'.repeat(64));
    expect(changed.exitCode).toBe(1);
    expect(changed.json()).toMatchObject({ error: { code: 'TEMPLATE_CHANGED' } });
    expect((await fill('odt', 'nohash.odt', ...from)).exitCode).toBe(2);
    expect((await fill('pdf', 'x.pdf', ...from, '--sha256', 'a'.repeat(64))).exitCode).toBe(2);
  });

  it('prints the user code on its letter only when asked, and on no other form', async () => {
    const code = (...more: string[]) =>
      kcc([
        'form',
        'fill',
        'xca-user-code-letter',
        file('code.json'),
        '--to',
        'html',
        '--out',
        file('code.html'),
        '--force',
        ...day,
        ...more,
      ]);
    const before = process.env.KCC_USER_CODE;
    process.env.KCC_USER_CODE = 'hush-code';
    try {
      expect((await code()).exitCode).toBe(0);
      expect(await readFile(file('code.html'), 'utf8')).not.toContain('hush-code');
      const asked = await code('--with-user-code', '--json');
      expect(asked.exitCode).toBe(0);
      expect(asked.stdout + asked.stderr).not.toContain('hush-code');
      expect(await readFile(file('code.html'), 'utf8')).toContain('hush-code');
      expect((await fill('html', 'other.html', '--with-user-code')).exitCode).toBe(2);
    } finally {
      if (before === undefined) delete process.env.KCC_USER_CODE;
      else process.env.KCC_USER_CODE = before;
    }
  });
});

describe('kcc form flow', () => {
  it('shows states, turns and deadlines of the tracks a form belongs to', async () => {
    const { exitCode, json } = await kcc(['form', 'flow', 'g2b2c-01', '--json']);
    expect(exitCode).toBe(0);
    expect(json()).toMatchObject({ id: 'g2b2c-01', tracks: [{ id: 'connection', initial: 'drafted' }] });
  });

  it('records events with date and evidence, and writes the deadlines as a calendar', async () => {
    const flow = (...more: string[]) =>
      kcc(['form', 'flow', 'card', '--state', file('card.state'), ...day, '--json', ...more]);
    const issued = await flow(
      '--record',
      'ISSUED',
      '--on',
      '2026-11-23',
      '--fact',
      'expiresOn=2032-11-22',
      '--ics',
      file('card.ics'),
    );
    expect(issued.exitCode).toBe(0);
    expect(issued.json()).toMatchObject({
      state: 'not-activated',
      turn: 'applicant',
      deadlines: [{ id: 'activation', date: '2027-02-21', daysLeft: 89 }, {}, {}],
      history: [{ event: 'ISSUED', on: '2026-11-23' }],
    });
    expect(await readFile(file('card.ics'), 'utf8')).toContain('DTSTART;VALUE=DATE:20270221');
    expect((await flow()).json()).toMatchObject({ state: 'not-activated', missing: ['xca-card-opening'] });
    const refused = await flow('--record', 'ISSUED', '--fact', 'expiresOn=2032-11-22');
    expect(refused.exitCode).toBe(2);
    expect(refused.json()).toMatchObject({ error: { code: 'EVENT_REFUSED' } });
  });

  it('answers a saved progress that cannot be read with 1', async () => {
    await writeFile(file('broken.state'), '{"schemaVersion":1,"track":"card","state":"gone","history":[]}');
    const broken = await kcc(['form', 'flow', 'card', '--state', file('broken.state'), '--json']);
    expect(broken.exitCode).toBe(1);
    expect(broken.json()).toMatchObject({ error: { code: 'SAVED_TRACK_UNREADABLE' } });
  });
});

describe('kcc form ask', () => {
  it('asks no question where nobody can answer', async () => {
    const { exitCode } = await kcc(['form', 'ask', 'xca-payment', '--out', file('asked.json')]);
    expect(exitCode).toBe(2);
  });
});
