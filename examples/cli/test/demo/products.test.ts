import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, itNeeds } from '../judges.ts';
import { spawnKcc } from '../spawn-kcc.ts';

let folder: string;
let letter: (name: string) => string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kcc-demo-'));
  letter = (name) => join(folder, 'letter', `1150000002${name}`);
  const { exitCode, stderr } = await spawnKcc(['demo', '--out', folder]);
  expect(exitCode, stderr).toBe(0);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const squeeze = (text: string) => text.replace(/\s+/g, '');
/** Sentences that every paper of the letter must carry. */
const SUBJECT =
  '為利辦理（公文電子交換）作業相關事宜，擬申請組織及團體憑證（憑證種類、數量和案件流水號如下），隨文檢送申請書共1份，請查照。';

describe('what the demonstration leaves', () => {
  it('shows every product on its page', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const links = [...page.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link = '']) => decodeURI(link));
    expect(links.length).toBeGreaterThan(25);
    for (const link of links) expect(readFileSync(join(folder, link)).length, link).toBeGreaterThan(100);
  });

  itNeeds('xmllint')('DI and SW are valid by our DTDs for xmllint', async () => {
    const work = mkdtempSync(join(tmpdir(), 'kcc-dtd-'));
    try {
      for (const [root, dtd, file] of [
        ['函', '104_2_utf8.dtd', '1150000002.di'],
        ['交換表單', '104_roster_utf8.dtd', '1150000002.sw'],
      ] as const) {
        const { stdout, exitCode } = await spawnKcc(['letter', 'dtd', root, '--generation', '104']);
        expect(exitCode).toBe(0);
        writeFileSync(join(work, dtd), stdout);
        copyFileSync(join(folder, 'letter', file), join(work, file));
        const judged = ask('xmllint', ['--valid', '--noout', join(work, file)], 'libxml2-utils');
        expect(judged.exitCode, judged.stderr).toBe(0);
      }
    } finally {
      rmSync(work, { recursive: true });
    }
  });

  itNeeds('openssl')('openssl accepts the signature of the card', () => {
    const trust = [
      '-CAfile',
      join(folder, 'trust/roots.pem'),
      '-certfile',
      join(folder, 'trust/intermediates.pem'),
    ];
    const verify = (content: string) =>
      ask(
        'openssl',
        [
          'cms',
          '-verify',
          '-binary',
          '-inform',
          'DER',
          '-in',
          letter('.di.p7s'),
          '-content',
          content,
          '-purpose',
          'any',
          ...trust,
          '-out',
          '/dev/null',
        ],
        'openssl',
      );
    const judged = verify(letter('.di'));
    expect(judged.exitCode, judged.stderr).toBe(0);
    expect(verify(letter('.sw')).exitCode).not.toBe(0);
  });

  itNeeds('poppler')('the PDF says the same as the letter and embeds its fonts', () => {
    const { stdout } = ask('pdftotext', ['-raw', letter('.pdf'), '-'], 'poppler-utils');
    expect(squeeze(stdout)).toContain(SUBJECT);
    const fonts = ask('pdffonts', [letter('.pdf')], 'poppler-utils')
      .stdout.trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/\s+yes\s+yes\s+yes\s+\d+\s+\d+$/);
  });

  itNeeds('libreoffice')(
    'LibreOffice opens docx and odt and reads the same text',
    () => {
      const profile = mkdtempSync(join(tmpdir(), 'kcc-office-'));
      try {
        for (const kind of ['docx', 'odt']) {
          const judged = ask(
            'soffice',
            [
              `-env:UserInstallation=file://${profile}/profile`,
              '--headless',
              '--convert-to',
              'txt:Text (encoded):UTF8',
              '--outdir',
              join(profile, kind),
              letter(`.${kind}`),
            ],
            'libreoffice-writer-nogui',
          );
          expect(judged.exitCode, judged.stderr).toBe(0);
          const text = readFileSync(join(profile, kind, '1150000002.txt'), 'utf8');
          expect(squeeze(text)).toContain(SUBJECT);
        }
      } finally {
        rmSync(profile, { recursive: true });
      }
    },
    60_000,
  );

  it('keeps no PIN and no user code anywhere', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      expect(bytes.includes('13572468'), file.name).toBe(false);
      expect(bytes.includes('Demo-2468'), file.name).toBe(false);
    }
  });
});
