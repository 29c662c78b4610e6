import { describe, expect, it } from 'vitest';
import { dispatchMessages } from '../../src/dispatch/check-messages.ts';
import { convertMessages } from '../../src/dispatch/convert/messages.ts';
import { modelMessagesEn } from '../../src/messages/en/model.ts';
import { readMessages } from '../../src/model/reading/messages.ts';
import { writeMessages } from '../../src/model/writing/messages.ts';
import { signOffMessages } from '../../src/sign-off/messages.ts';
import { draftMessages } from '../../src/text/messages.ts';

const chinese: Readonly<Record<string, readonly [string, string]>> = {
  ...readMessages,
  ...writeMessages,
  ...draftMessages,
  ...convertMessages,
  ...dispatchMessages,
  ...signOffMessages,
};
const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('messages about letters', () => {
  it('have every code in both languages, with the same places to fill', () => {
    expect(Object.keys(modelMessagesEn).sort()).toEqual(Object.keys(chinese).sort());
    for (const [code, text] of Object.entries(modelMessagesEn)) {
      expect([code, places(text)]).toEqual([code, places(chinese[code]?.[1] ?? '')]);
    }
  });
});
