import { expect, it } from 'vitest';
import { rules } from '../../src/lint/index.ts';
import { lintMessagesEn } from '../../src/messages/en/lint.ts';

const places = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));

it('has every rule in both languages', () => {
  expect(Object.keys(lintMessagesEn).sort()).toEqual(rules.map(({ id }) => id).sort());
});

it('names in English only places that the rule fills', () => {
  const unknown = rules.filter(({ id, message }) =>
    [...places(lintMessagesEn[id] ?? '')].some((place) => !places(message).has(place)),
  );
  expect(unknown.map(({ id }) => id)).toEqual([]);
});
