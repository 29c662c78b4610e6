import { fillTemplate, translateIssue } from '@kcc/validators';
import { describe, expect, it } from 'vitest';
import { pathIssue, pathIssues } from '../../src/certificate/path-issues.ts';
import { cmsIssues } from '../../src/cms/cms-issues.ts';
import { cardErrors } from '../../src/errors/card-errors.ts';
import { en } from '../../src/messages/en.ts';

const tables = { pathIssues, cmsIssues, cardErrors };
/** Names of the places; an English template takes the English words of a phrase, `ruleEn` for `rule`. */
const places = (template: string) =>
  [...template.matchAll(/\{(\w+?)(?:En)?\}/g)].map(([, name]) => name).sort();

describe('messages', () => {
  for (const [name, table] of Object.entries(tables)) {
    it(`${name} speak zh-TW and English, with the same places to fill`, () => {
      for (const [code, entry] of Object.entries(table)) {
        expect(entry.zh, code).toMatch(/[\u4e00-\u9fff]/);
        // A Chinese term may stand in brackets beside the English one.
        expect(entry.en.replace(/\([^)]*\)/g, ''), code).not.toMatch(/[\u4e00-\u9fff]/);
        expect(places(entry.en), code).toEqual(places(entry.zh));
        expect(en, code).toHaveProperty(code, entry.en);
      }
    });
  }

  it('have codes of their own, no two tables the same one', () => {
    const codes = Object.values(tables).flatMap((table) => Object.keys(table));
    expect(new Set(codes).size).toBe(codes.length);
    expect(Object.keys(en).sort()).toEqual([...codes].sort());
  });

  it('say when an error is thrown, why, and what to do', () => {
    for (const [code, { when, likely, resolve }] of Object.entries(cardErrors)) {
      for (const text of [when, likely, resolve]) expect(text.length, code).toBeGreaterThan(3);
    }
  });

  it('take the words of a phrase in their own language', () => {
    const rule = { zh: '序號為零', en: 'a serial number of zero' };
    const issue = pathIssue('PATH_PROFILE', 0, { subject: 'C=TW', rule });
    expect(issue.message).toContain('序號為零');
    expect(translateIssue(issue, en).message).toBe(
      'The certificate of "C=TW" does not conform to RFC 5280: a serial number of zero.',
    );
  });

  it('are translated with their parameters', () => {
    const issue = pathIssue('PATH_WEAK_KEY', 0, { subject: 'C=TW', bits: 1024 });
    expect(translateIssue(issue, en).message).toBe(
      fillTemplate(pathIssues.PATH_WEAK_KEY.en, { subject: 'C=TW', bits: 1024 }),
    );
  });
});
