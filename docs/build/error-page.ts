import { EXCHANGE_ERRORS } from '@kcc/exchange-client';
import { formErrors } from '@kcc/forms';
import { errorGuide, errorRows } from '@kcc/gongwen';
import { cardErrors } from '@kcc/xca-card';
import { cliErrorTexts, cliErrorUses } from './cli-errors.ts';
import { issueCodes } from './issue-codes.ts';
import { issueFamilies } from './issue-families.ts';
import { cell, tableOf } from './markdown-table.ts';

interface CodedRow {
  readonly zh: string;
  readonly category: string;
  readonly retryable: boolean;
  readonly when: string;
  readonly likely: string;
  readonly resolve: string;
}

const EXIT: Readonly<Record<string, number>> = { document: 1, usage: 2, environment: 3, trust: 4, remote: 5 };

const gongwenErrors = (): Record<string, CodedRow> => {
  const guide: Readonly<Record<string, { when: string; likely: string; resolve: string }>> = errorGuide;
  return Object.fromEntries(
    Object.entries(errorRows).map(([code, row]) => {
      const { when = '', likely = '', resolve = '' } = guide[code] ?? {};
      return [code, { ...row, when, likely, resolve }];
    }),
  );
};

/** Tables of thrown errors by package. */
export const codedErrors = (): readonly (readonly [
  title: string,
  rows: Readonly<Record<string, CodedRow>>,
])[] => [
  ['@kcc/gongwen：GongwenError', gongwenErrors()],
  ['@kcc/xca-card：CardError', cardErrors],
  ['@kcc/forms：FormError', formErrors],
  ['@kcc/exchange-client：ExchangeError', EXCHANGE_ERRORS],
];

function codedSection([title, rows]: readonly [string, Readonly<Record<string, CodedRow>>]): string {
  const entries = Object.entries(rows).map(([code, row]) =>
    [
      `#### ${code}`,
      '',
      cell(row.zh),
      '',
      `- 類別 ${row.category}，結束碼 ${EXIT[row.category]}${row.retryable ? '，同樣的呼叫稍後可能成功' : ''}`,
      `- Thrown when: ${cell(row.when)}`,
      `- Likely reason: ${cell(row.likely)}`,
      `- How to resolve: ${cell(row.resolve)}`,
      '',
    ].join('\n'),
  );
  return [`### ${title}`, '', ...entries].join('\n');
}

function cliSection(): string {
  const rows = cliErrorUses().map(({ code, category }) => {
    const { when = '', likely = '', resolve = '' } = cliErrorTexts[code] ?? {};
    return [`\`${code}\``, `${category}（${EXIT[category]}）`, when, likely, resolve];
  });
  return `### kcc（命令列）：CliError\n\n${tableOf(['代碼', '類別（結束碼）', '何時', '可能原因', '怎麼辦'], rows)}`;
}

function issueSections(): string {
  return Object.entries(issueCodes())
    .map(([name, codes]) => {
      const left = new Set(codes);
      const families = (issueFamilies[name] ?? []).map((family) => {
        const own = [...left].filter(({ code }) => family.codes.test(code));
        for (const code of own) left.delete(code);
        return [
          `#### ${family.name}`,
          '',
          `- 何時：${family.when}`,
          `- 可能原因：${family.likely}`,
          `- 怎麼辦：${family.resolve}`,
          '',
          tableOf(
            ['代碼', '訊息', 'message'],
            own.map(({ code, zh, en }) => [`\`${code}\``, zh, en]),
          ),
        ].join('\n');
      });
      if (left.size > 0) throw new Error(`no family for ${[...left].map(({ code }) => code).join(' ')}`);
      return [`### ${name} 的檢查結果`, '', ...families].join('\n');
    })
    .join('\n');
}

const HEAD = `---
title: 錯誤與檢查結果代碼 · Errors
---

# 錯誤與檢查結果代碼 · Errors

由程式的錯誤表產生（\`npx pnpm --filter @kcc-docs/site run write\`），請勿手改；測試會比對。

壞消息走三條路，從不混用：

| | 是什麼 | 怎麼處理 |
|---|---|---|
| **Issue**（回傳） | 文件或值不對 | 顯示 \`message\`（繁中）；\`translateIssue(issue, en)\` 得英文；\`path\`、\`line\`、\`column\` 指出位置 |
| **代碼錯誤**（拋出） | 外界不配合：沒有卡、連不上、簽章不符 | 依 \`code\` 判斷，不要比對訊息；\`retryable\` 為真才值得重試 |
| \`TypeError\`、\`RangeError\` | 呼叫者寫錯程式 | 改程式 |

命令列的結束碼：0 完成、1 文件不對、2 用法不對、3 環境缺少、4 不可信任、5 遠端拒絕或連不上。

In English: issues are returned, coded errors are thrown, \`TypeError\` is the caller's mistake. Decide by \`code\`; messages may change.
English messages of every code come from the subpath \`./en\` of each package.

## 拋出的錯誤 · Thrown errors
`;

/** The page of every error and issue code. */
export function errorPage(): string {
  return [
    HEAD,
    ...codedErrors().map(codedSection),
    cliSection(),
    '\n## 檢查結果 · Issues\n',
    `公文寫作規則（\`GW-…\`）另見[規則出處一覽](lint-ledger.md)：何時、出處、可否自動修正。\n`,
    issueSections(),
  ].join('\n');
}
