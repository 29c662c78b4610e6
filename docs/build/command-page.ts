import type { Command } from '../../examples/cli/src/frame/command.ts';
import { GROUPS } from '../../examples/cli/src/frame/groups.ts';
import { cell } from './markdown-table.ts';

function commandSection({ path, summary, usage, options }: Command): string {
  const names = Object.entries(options ?? {}).map(([name, { type, short }]) => {
    const dash = short === undefined ? '' : `\`-${short}\` `;
    return `${dash}\`--${name}${type === 'string' ? ' 值' : ''}\``;
  });
  return [
    `### kcc ${path.join(' ')}`,
    '',
    `${cell(summary.zh)}。${cell(summary.en)}.`,
    '',
    '```text',
    `kcc ${path.join(' ')} ${usage}`.trimEnd(),
    '```',
    '',
    ...(names.length > 0 ? [`選項：${names.join('、')}`, ''] : []),
  ].join('\n');
}

const HEAD = `---
title: 命令列參考 · Command line
---

# 命令列參考 · Command line

由命令本身的資料產生（\`npx pnpm --filter @kcc-docs/site run write\`），請勿手改；測試會比對。

在本專案的資料夾裡，\`kcc\` 就是 \`npm run --silent kcc --\`；要在任何地方使用，設一個別名：
\`alias kcc='npm run --silent --prefix 專案資料夾 kcc --'\`。

每個命令都有：\`--json\`（標準輸出只有一個 JSON 值）、\`--lang en\`、\`--force\`（覆寫已有的檔案）、\`--help\`。輸入 \`-\` 是標準輸入。
PIN 與用戶代碼只從提示、\`--pin-file\` 或環境變數 \`KCC_PIN\`、\`KCC_USER_CODE\` 來，從不放在參數。
結束碼：0 完成、1 文件或值不對、2 用法不對、3 環境缺少、4 不可信任、5 遠端拒絕；代碼見[錯誤](errors.md)。

In English: generated from the commands themselves. Exit codes 0 done, 1 bad document, 2 usage, 3 environment, 4 trust, 5 remote.
`;

/** Every command of the command line. */
export async function allCommands(): Promise<readonly Command[]> {
  return (await Promise.all(GROUPS.map((group) => group.load()))).flat();
}

/** The reference page of the command line. */
export async function commandPage(): Promise<string> {
  const sections: string[] = [];
  for (const group of GROUPS) {
    const commands = await group.load();
    sections.push(
      `## ${group.name}\n\n${cell(group.summary.zh)}. ${cell(group.summary.en)}.\n`,
      ...commands.map(commandSection),
    );
  }
  return [HEAD, ...sections].join('\n');
}
