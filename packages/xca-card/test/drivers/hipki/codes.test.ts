import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeHipkiCode, hipkiClientCodes, hipkiCodes } from '../../../src/drivers/hipki/index.ts';
import { cardErrors } from '../../../src/errors/index.ts';

describe('codes of the local service', () => {
  it('are 200, each once, with zh-TW, English, category and next step', () => {
    expect(hipkiCodes).toHaveLength(200);
    expect(new Set(hipkiCodes.map(({ code }) => code)).size).toBe(200);
    for (const { text, zh, en, next, category, error } of [...hipkiCodes, ...hipkiClientCodes]) {
      expect(zh, text).toMatch(/\p{Script=Han}/u);
      expect(en, text).toMatch(/^[\x20-\x7e]+$/);
      expect(next.zh, text).toMatch(/\p{Script=Han}.*。$/u);
      expect(next.en, text).toMatch(/^[\x20-\x7e]+\.$/);
      expect(['document', 'usage', 'environment', 'trust', 'remote'], text).toContain(category);
      if (error !== undefined) expect(cardErrors, text).toHaveProperty(error);
    }
  });

  it('tell different things in different words', () => {
    expect(new Set(hipkiCodes.map(({ zh }) => zh)).size).toBe(200);
    expect(new Set(hipkiCodes.map(({ en }) => en)).size).toBe(200);
  });

  it('are found unsigned and as negative 32-bit numbers', () => {
    expect(describeHipkiCode(0x81000227)).toBe(describeHipkiCode(0x81000227 | 0));
    expect(describeHipkiCode(-2130705881)?.text).toBe('0x81000227');
    expect(describeHipkiCode(0x12345678)).toBeUndefined();
  });

  const table = fileURLToPath(
    new URL('../../../../../../shared/spec/hipki-error-codes.json', import.meta.url),
  );
  if (existsSync(table)) {
    it('are those of the specification folder', () => {
      const known: { ret_code: Record<string, string> } = JSON.parse(readFileSync(table, 'utf8'));
      const wanted = Object.keys(known.ret_code).map((key) => `0x${key.slice(2).toUpperCase()}`);
      expect(hipkiCodes.map(({ text }) => text).sort()).toEqual(wanted.sort());
    });
  } else {
    it.skip('are those of the specification folder: ../shared is not here', () => {});
  }
});
