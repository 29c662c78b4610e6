import { describe, expect, it } from 'vitest';
import { askCommand } from '../../../src/commands/form/ask.ts';
import type { Context } from '../../../src/frame/command.ts';

const ANSWERS: readonly (readonly [RegExp, string])[] = [
  [/^案件流水號/m, '04001-00000-00000-00000-80067'],
  [/^組織名稱/m, '高雄市議員王小明服務處'],
  [/^此次憑證申請張數/m, '1'],
  [/^總金額/m, '420'],
  [/^繳費方式/m, '1'],
];

/** A terminal on which somebody answers until `most` questions have been asked, then leaves. */
function terminal(files: Map<string, string>, most = 100): Context & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    cwd: '.',
    env: {},
    json: false,
    lang: 'zh-TW',
    interactive: true,
    now: () => new Date('2026-11-24T00:00:00Z'),
    out: () => undefined,
    note: () => undefined,
    progress: () => undefined,
    async readInput(path) {
      const text = files.get(path);
      if (text === undefined) throw new Error('no such file');
      return new TextEncoder().encode(text);
    },
    async writeOutput(path, data) {
      files.set(path, typeof data === 'string' ? data : new TextDecoder().decode(data));
    },
    secret: () => Promise.reject(new Error('a secret was asked for')),
    async ask(question) {
      if (asked.length === most) throw new Error('the person left');
      asked.push(question);
      return ANSWERS.find(([label]) => label.test(question))?.[1] ?? '';
    },
  };
}

describe('kcc form ask', () => {
  it('asks each question once and writes data that pass', async () => {
    const files = new Map<string, string>();
    const context = terminal(files);
    const result = await askCommand.run(context, ['xca-payment'], { out: 'data.json' });
    expect(result.exitCode).toBe(0);
    expect(JSON.parse(files.get('data.json') ?? '')).toMatchObject({
      cases: { caseNumbers: ['0400100000000000000080067'] },
      payment: { cards: 1, amount: 420, method: '信用卡付費' },
    });
    expect(new Set(context.asked).size).toBe(context.asked.length);
  });

  it('goes on where it was stopped', async () => {
    const files = new Map<string, string>();
    const first = terminal(files, 3);
    await expect(askCommand.run(first, ['xca-payment'], { out: 'data.json' })).rejects.toThrow('left');
    const second = terminal(files);
    await askCommand.run(second, ['xca-payment'], { out: 'data.json' });
    expect(second.asked.some((question) => first.asked.includes(question))).toBe(false);
    expect(files.has('data.json')).toBe(true);
  });
});
