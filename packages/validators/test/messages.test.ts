import { describe, expect, it } from 'vitest';
import { levelOf, translateIssue } from '../src/issue.ts';
import { en } from '../src/messages/en.ts';
import { checkUniformNumber } from '../src/uniform-number.ts';
import { type ValueCode, valueMessages } from '../src/value-rules.ts';

const zh = valueMessages();
const codes = Object.keys(zh).sort() as ValueCode[];
const places = (template: string): string[] => [...template.matchAll(/\{\w+\}/g)].map(String).sort();

describe('messages', () => {
  it('exist in both languages for every code', () => {
    expect(Object.keys(en).sort()).toEqual(codes);
  });
  it.each(codes)(
    '%s is a sentence in both languages, with no place that the other lacks the value of',
    (code) => {
      expect(zh[code]).toMatch(/\p{Script=Han}.*。$/u);
      expect(en[code]).toMatch(/^[A-Z0-9{“].*\.$/);
      // English may say less (a Chinese name of a range), never something else.
      const own = places(zh[code]);
      for (const place of places(en[code])) expect(own).toContain(place);
    },
  );
  it('translate an issue', () => {
    const [issue] = checkUniformNumber('1234567').issues;
    expect(issue && translateIssue(issue, en).message).toBe('A uniform number has 8 digits; this has 7.');
  });
});

describe('levelOf', () => {
  it('is the worst severity', () => {
    const of = (...severities: ('error' | 'warning' | 'info')[]) =>
      levelOf(severities.map((severity) => ({ severity, code: 'X', path: '', message: '' })));
    expect([of(), of('info'), of('info', 'warning'), of('warning', 'error')]).toEqual([
      'ok',
      'info',
      'warning',
      'error',
    ]);
  });
});
