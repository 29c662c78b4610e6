import { describe, expect, it } from 'vitest';
import { ExchangeError } from '../../src/exchange-error.ts';
import { EXCHANGE_ERRORS, type ExchangeErrorCode } from '../../src/exchange-error-table.ts';
import { en } from '../../src/messages/en.ts';
import { enIssues } from '../../src/messages/en-issues.ts';
import { zhTw } from '../../src/messages/zh-tw.ts';

const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe('messages', () => {
  it('exist in both languages for every issue code, with the same places', () => {
    expect(Object.keys(enIssues).sort()).toEqual(Object.keys(zhTw).sort());
    expect(Object.keys(en).sort()).toEqual([...Object.keys(zhTw), ...Object.keys(EXCHANGE_ERRORS)].sort());
    for (const [code, text] of Object.entries(zhTw)) {
      expect([code, places(text)]).toEqual([code, places(enIssues[code as keyof typeof enIssues])]);
    }
  });

  it('exist in both languages for every error code, with when, likely and resolve', () => {
    for (const [code, entry] of Object.entries(EXCHANGE_ERRORS)) {
      const texts = [entry.zh, entry.en, entry.when, entry.likely, entry.resolve];
      expect([code, texts.every((text) => text.length > 3)]).toEqual([code, true]);
      const unexplained = places(entry.zh).filter((place) => !places(entry.en).includes(place));
      expect([code, unexplained]).toEqual([code, []]);
    }
  });

  it('are filled from the details and never show what is not a word or a number', () => {
    const error = new ExchangeError('RECIPIENT_UNKNOWN' satisfies ExchangeErrorCode, {
      details: { recipients: ['甲', '乙'], key: new Uint8Array(4) },
    });
    expect(error.message).toContain('甲、乙');
    expect(error).toMatchObject({ category: 'document', retryable: false });
  });
});
