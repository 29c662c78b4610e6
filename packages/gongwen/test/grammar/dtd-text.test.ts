import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dtdFiles, dtdText } from '../../src/grammar/dtd-text.ts';
import { grammarOf, listGrammars } from '../../src/grammar/grammars.ts';
import { itNeeds } from '../support/foreign-tools.ts';
import { bytesOf, letterText } from '../support/letters.ts';
import { Random } from '../support/random.ts';
import { randomDocument } from '../support/random-document.ts';
import { xmllintVerdicts } from '../support/xmllint.ts';

function inFolder<Result>(run: (folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-dtd-'));
  try {
    return run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

itNeeds('xmllint', 'libxml2-utils')('every generated DTD is one, and lets its documents pass', () => {
  inFolder((folder) => {
    const files = listGrammars().map((grammar, at) => {
      writeFileSync(join(folder, grammar.dtdName), dtdText(grammar));
      writeFileSync(join(folder, `${at}.xml`), randomDocument(grammar, new Random(at)));
      return `${at}.xml`;
    });
    // The revisions share their DTD names; the newer one is written first.
    const current = files.filter((_, at) => listGrammars()[at]?.revision !== '2015');
    for (const grammar of listGrammars().filter(({ revision }) => revision !== '2015')) {
      writeFileSync(join(folder, grammar.dtdName), dtdText(grammar));
    }
    expect(xmllintVerdicts(folder, current)).toEqual(current.map(() => 0));
  });
});

itNeeds('xmllint', 'libxml2-utils')('a DTD cut into tag sets serves as well, in both families', () => {
  const grammar = grammarOf('函', '104-2020');
  if (grammar === undefined) throw new Error('no grammar');
  inFolder((folder) => {
    for (const encoding of ['utf-8', 'big5'] as const) {
      for (const { name, text } of dtdFiles(grammar, { encoding }))
        writeFileSync(join(folder, name), bytesOf(text, encoding));
      const declaration = `<?xml version="1.0" encoding="${encoding}"?>`;
      const dtd = encoding === 'big5' ? grammar.dtdNames.big5 : grammar.dtdNames.utf8;
      // The pinned libxml2 prints a note about the Chinese file name, which is no error.
      writeFileSync(join(folder, `${encoding}.di`), bytesOf(letterText({ declaration, dtd }), encoding));
    }
    expect(xmllintVerdicts(folder, ['utf-8.di', 'big5.di'])).toEqual([0, 0]);
  });
});

itNeeds('xmllint', 'libxml2-utils')('a DTD says what it mended and no comment breaks it', () => {
  const grammar = grammarOf('會銜公文會辦單', '104-2020');
  const text = grammar === undefined ? '' : dtdText(grammar);
  expect(text).toContain('已修正');
  expect(text).toContain('<!ELEMENT 收文日期 (年月日)>');
  inFolder((folder) => {
    writeFileSync(join(folder, 'a.dtd'), text);
    writeFileSync(join(folder, 'a.xml'), '<!DOCTYPE 會銜公文會辦單 SYSTEM "a.dtd"><會銜公文會辦單/>');
    const run = () =>
      execFileSync('xmllint', ['--noout', '--loaddtd', 'a.xml'], { cwd: folder, stdio: 'pipe' });
    expect(run).not.toThrow();
  });
});

it('a DTD is the same text whenever it is made', () => {
  for (const grammar of listGrammars()) expect(dtdText(grammar)).toBe(dtdText({ ...grammar }));
});
