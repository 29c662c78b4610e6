import { describe, expect, it } from 'vitest';
import { createContext, fixLetter, rules, runRule } from '../../src/lint/index.ts';

const asOf = new Date('2026-10-05T00:00:00Z');
const found = (rule: (typeof rules)[number], letter: (typeof rules)[number]['good'][number]['letter']) =>
  runRule(rule, letter, createContext(letter, { asOf }));

describe.each(rules.map((rule) => ({ rule, id: rule.id, title: rule.title })))('$id $title', ({ rule }) => {
  it('fires on its bad examples', () => {
    const silent = rule.bad.filter(({ letter }) => found(rule, letter).length === 0);
    expect(silent.map(({ shown }) => shown)).toEqual([]);
  });

  it('is silent on its good examples', () => {
    const loud = rule.good.filter(({ letter }) => found(rule, letter).length > 0);
    expect(loud.map(({ shown }) => shown)).toEqual([]);
  });

  if (rule.fix === 'safe')
    it('mends its bad examples once and for all', () => {
      for (const { letter } of rule.bad) {
        const profile = { name: 'one', severities: [], rules: { [rule.id]: 'error' as const } };
        const fixed = fixLetter(letter, { profile, asOf });
        if (found(rule, letter).every(({ fix }) => fix?.safe)) expect(found(rule, fixed.letter)).toEqual([]);
        expect(fixLetter(fixed.letter, { profile, asOf }).letter).toEqual(fixed.letter);
      }
    });
});

it('gives every rule an id of its own', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('fills every place of every message', () => {
  const open = rules.flatMap((rule) =>
    rule.bad.flatMap(({ letter }) => found(rule, letter).filter(({ message }) => /\{\w+\}/.test(message))),
  );
  expect(open.map(({ message }) => message)).toEqual([]);
});
