import { describe, expect, it } from 'vitest';
import { errorGuide } from '../../src/errors/error-guide.ts';
import { errorRows } from '../../src/errors/error-table.ts';
import { extendMessages } from '../../src/grammar/extend-messages.ts';
import { grammarMessages } from '../../src/grammar/messages.ts';
import { extendMessagesEn, grammarMessagesEn } from '../../src/messages/en/grammar.ts';
import { salvageMessagesEn } from '../../src/messages/en/salvage.ts';
import { xmlMessagesEn } from '../../src/messages/en/xml.ts';
import { en } from '../../src/messages/en.ts';
import { xmlMessages } from '../../src/xml/messages.ts';
import { salvageMessages } from '../../src/xml/salvage/messages.ts';

const places = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
/** Reasons and descriptions that are Chinese texts of their own; English has them in its own words or by id. */
const CHINESE_ONLY = new Set(['reason', 'defect', 'id']);

describe.each([
  ['xml', xmlMessages, xmlMessagesEn],
  ['grammar', grammarMessages, grammarMessagesEn],
  ['extend', extendMessages, extendMessagesEn],
  ['salvage', salvageMessages, salvageMessagesEn],
] as const)('messages of %s', (_name, zh, english) => {
  it('are in both languages, with the same places', () => {
    expect(Object.keys(english).sort()).toEqual(Object.keys(zh).sort());
    for (const [code, template] of Object.entries(zh)) {
      const other = places(Object.entries(english).find(([key]) => key === code)?.[1] ?? '');
      const missing = [...places(template)].filter(
        (name) => !CHINESE_ONLY.has(name ?? '') && !other.has(name),
      );
      expect(missing, code).toEqual([]);
      expect(en, code).toHaveProperty(code);
    }
  });
});

describe('coded errors', () => {
  it('say when they are thrown, why, and what to do', () => {
    expect(Object.keys(errorGuide).sort()).toEqual(Object.keys(errorRows).sort());
    for (const [code, { en: english, when, likely, resolve }] of Object.entries(errorGuide)) {
      for (const text of [english, when, likely, resolve]) expect(text.length, code).toBeGreaterThan(10);
    }
  });
});
