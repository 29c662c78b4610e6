import { describe, expect, it } from 'vitest';
import { renderMessagesEn } from '../../src/messages/en/render.ts';
import { renderMessages } from '../../src/render/messages.ts';

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('messages of the outputs', () => {
  it('are in both languages with the same places', () => {
    expect(Object.keys(renderMessagesEn).sort()).toEqual(Object.keys(renderMessages).sort());
    for (const [code, [, zh]] of Object.entries(renderMessages)) {
      const en = renderMessagesEn[code as keyof typeof renderMessages];
      expect(new Set(places(zh))).toEqual(new Set(places(en)));
    }
  });
});
