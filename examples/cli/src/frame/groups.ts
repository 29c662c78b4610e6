import type { Command, Group } from './command.ts';

/** The command tree's first level, in the order of the work. */
export const GROUPS: readonly Group[] = [
  {
    name: 'demo',
    summary: { zh: '示範全程：申請、撰文、簽章、交換、存證', en: 'the whole journey on fictitious data' },
    load: async () => (await import('../commands/demo/index.ts')).commands,
  },
  {
    name: 'form',
    summary: { zh: '申請書表：列出、檢查、填寫、進度', en: 'application forms' },
    load: async () => (await import('../commands/form/index.ts')).commands,
  },
  {
    name: 'letter',
    summary: { zh: '公文：檢查、讀取、撰寫、轉換、輸出', en: 'letters: check, read, write, convert, render' },
    load: async () => (await import('../commands/letter/index.ts')).commands,
    ahead: ([name]) => (name === 'check' ? import('@kcc/gongwen/reading') : undefined),
  },
  {
    name: 'card',
    summary: { zh: '憑證IC卡：查看、簽章、加密、模擬卡', en: 'cards: show, sign, seal, simulate' },
    load: async () => (await import('../commands/card/index.ts')).commands,
  },
  {
    name: 'exchange',
    summary: { zh: '電子交換：發文、收文、回執、存證', en: 'exchange: send, receive, receipts, evidence' },
    load: async () => (await import('../commands/exchange/index.ts')).commands,
  },
  {
    name: 'value',
    summary: { zh: '欄位值：統一編號、日期、機關代碼等', en: 'values: identifiers, dates, codes' },
    load: async () => (await import('../commands/value/index.ts')).commands,
  },
  {
    name: 'completion',
    summary: { zh: '產生命令列自動補齊腳本', en: 'shell completion script' },
    load: async () => [(await import('../commands/completion/index.ts')).completionCommand(GROUPS)],
  },
];

export function findGroup(name: string): Group | undefined {
  return GROUPS.find((group) => group.name === name);
}

/** The command whose path is the longest prefix of `words`. */
export function findCommand(commands: readonly Command[], words: readonly string[]): Command | undefined {
  return commands
    .filter((command) => command.path.every((word, index) => words[index] === word))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
