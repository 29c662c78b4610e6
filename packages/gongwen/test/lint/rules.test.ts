import { describe, expect, it } from 'vitest';
import {
  createContext,
  type Example,
  fixLetter,
  lintLetter,
  type Rule,
  rules,
  runRule,
} from '../../src/lint/index.ts';

const asOf = new Date('2026-10-05T00:00:00Z');
const found = (rule: Rule, { letter, context }: Example) =>
  runRule(rule, letter, createContext(letter, { asOf, ...context }));

describe.each(rules.map((rule) => ({ rule, id: rule.id, title: rule.title })))('$id $title', ({ rule }) => {
  it('fires on its bad examples', () => {
    const silent = rule.bad.filter((example) => found(rule, example).length === 0);
    expect(silent.map(({ shown }) => shown)).toEqual([]);
  });

  it('is silent on its good examples', () => {
    const loud = rule.good.filter((example) => found(rule, example).length > 0);
    expect(loud.map(({ shown }) => shown)).toEqual([]);
  });

  if (rule.fix === 'safe')
    it('mends its bad examples once and for all', () => {
      for (const { letter, context, shown } of rule.bad) {
        const profile = { name: 'one', severities: [], rules: { [rule.id]: 'error' as const } };
        const options = { asOf, ...context, profile };
        const fixed = fixLetter(letter, options).letter;
        if (found(rule, { shown, letter, ...(context && { context }) }).every(({ fix }) => fix?.safe))
          expect(lintLetter(fixed, options)).toEqual([]);
        expect(fixLetter(fixed, options).letter).toEqual(fixed);
      }
    });
});

it('gives every rule an id of its own', () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

it('fills every place of every message', () => {
  const open = rules.flatMap((rule) =>
    rule.bad.flatMap((example) => found(rule, example).filter(({ message }) => /\{\w+\}/.test(message))),
  );
  expect(open.map(({ message }) => message)).toEqual([]);
});
