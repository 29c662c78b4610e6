import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

interface CliErrorText {
  readonly when: string;
  readonly likely: string;
  readonly resolve: string;
}

const text = (when: string, likely: string, resolve: string): CliErrorText => ({ when, likely, resolve });

/** What the codes of the command line itself mean; which codes there are is read from its sources. */
export const cliErrorTexts: Readonly<Record<string, CliErrorText>> = {
  USAGE: text('命令、選項或參數不對', '打錯字；漏了引號', '`kcc help 命令` 看用法'),
  OPTION_MISSING: text('必要的選項沒有給', '漏打', '補上訊息所列的選項'),
  OPTION_VALUE: text('選項的值不能用', '打錯；不支援的版本或編碼', '用訊息所列的值'),
  KIND_UNKNOWN: text('沒有這種值或文別', '打錯', '`kcc value kinds`、`kcc letter new` 有清單'),
  RULE_UNKNOWN: text('沒有這個規則編號', '打錯', '`kcc letter rules` 有清單'),
  FILE_UNREADABLE: text('輸入檔讀不到', '路徑打錯；沒有權限', '看訊息的原因'),
  FILE_EXISTS: text('輸出檔已存在', '重跑同一個命令', '換檔名，或加 `--force`'),
  OUTPUT_EXISTS: text('輸出資料夾已有內容', '重跑同一個命令', '換資料夾，或加 `--force`'),
  DATA_UNREADABLE: text('資料檔不是可讀的 JSON 或 YAML', '語法錯誤', '依訊息的位置改正'),
  NOT_WELL_FORMED: text('公文檔不是格式正確的 XML', '檔案損壞', '先 `kcc letter check`'),
  NOT_ENCODABLE: text('有字不能用指定的編碼寫', 'Big5 沒有這個字', '用 `--encoding utf-8`'),
  LETTER_INCOMPLETE: text('公文缺少必要欄位，不能寫出', '草稿沒寫完', '依 issues 補齊'),
  SUBJECT_MISSING: text('送出的檔案讀不出主旨', '資料夾沒有 .di', '加 `--subject`，或檢查資料夾'),
  RECIPIENTS_MISSING: text(
    '不知道要送給誰',
    '資料夾沒有交換表單（.sw），也沒有 --to',
    '加 `--to 機關代碼`，或以 `kcc letter write` 產生交換表單',
  ),
  SECRET_MISSING: text(
    '需要 PIN 或用戶代碼而沒有給',
    '不是終端機',
    '用 `--pin-file` 或環境變數 `KCC_PIN`、`KCC_USER_CODE`',
  ),
  SECRET_MISMATCH: text('兩次輸入的新 PIN 不同', '打錯', '再試一次；卡片沒有被動到'),
  NOT_INTERACTIVE: text('需要問問題，但這裡不是終端機', '在排程或管線中執行', '用選項給答案'),
  SEVERAL_CARDS: text('有多張卡片', '多個讀卡機', '加 `--reader`'),
  NO_CARD: text('模擬卡的資料夾裡沒有卡', '還沒有建立', '`kcc card simulate create`'),
  TRUST_MISSING: text(
    '`--trust` 的資料夾裡沒有自簽的根憑證',
    '資料夾裡只有中繼或用戶憑證',
    '把根憑證（PEM 或 DER）放進去',
  ),
  HOME_MISSING: text('`--home` 不是交換資料夾', '還沒有初始化', '`kcc exchange init`'),
  HOME_VERSION: text('交換資料夾是別的版本建立的', '升級或降版', '用建立它的版本，或另建一個'),
  CLOCK_UNKNOWN: text('交換中心沒有給時間', '網址不是參考交換中心', '檢查 `--centre`'),
  DEMO_EVIDENCE: text('示範的存證驗不過', '程式有誤', '請回報'),
  DEMO_EXCHANGE: text('示範的交換沒有完成', '上次執行留下未完的工作', '再執行一次'),
  DEMO_LETTER_INVALID: text('示範公文寫不出', '程式有誤', '請回報'),
  DEMO_SEAL: text('示範密封開不回原文', '程式有誤', '請回報'),
  DEMO_SIGNATURE: text('示範簽章驗不過', '程式有誤', '請回報'),
};

export interface CliErrorUse {
  readonly code: string;
  readonly category: string;
}

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path);
    else if (entry.name.endsWith('.ts')) yield readFileSync(path, 'utf8');
  }
}

/** Every code that the sources of the command line throw, with its category. */
export function cliErrorUses(): readonly CliErrorUse[] {
  const found = new Map<string, string>();
  for (const source of sources(join(ROOT, 'examples/cli/src'))) {
    for (const [, code = '', category = ''] of source.matchAll(/CliError\(\s*'([A-Z_]+)',\s*'([a-z]+)'/g)) {
      found.set(code, category);
    }
  }
  return [...found]
    .map(([code, category]) => ({ code, category }))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
