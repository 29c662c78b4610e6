import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const SUBSET = `
<!ENTITY ATTCH1 SYSTEM "Z10000000A_ATTCH1.pdf" NDATA _X>
<!ENTITY ATTCH2 SYSTEM "Z10000000A_ATTCH2.ods" NDATA _X>
<!NOTATION _X SYSTEM "">
`;

const MARKERS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/**
 * A fictitious letter with so many items; seven make about 4 KB. All have one prolog, as letters without attachments do,
 * or each its own, with file names of attachments that bear the letter's number.
 */
export function benchLetter(number: number, items: number, ownProlog = false): Uint8Array {
  const subset = ownProlog
    ? SUBSET.replaceAll('_ATTCH', `_${String(number).padStart(7, '0')}_ATTCH`)
    : SUBSET;
  const list = Array.from({ length: items }, (_, at) => {
    const inner = `<條列 序號="(一)"><文字>第${at}次會議紀錄及附圖 A &lt; B，請依R&amp;D計畫辦理。</文字></條列>`;
    return `<條列 序號="${MARKERS[at % 10]}、">\n<文字>依據本府115年度施政計畫第${number}號辦理，檢附活動計畫書及經費概算表各1份，請查照並轉知所屬。</文字>\n${inner}\n</條列>`;
  });
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE 函 SYSTEM "104_2_utf8.dtd" [${subset}]>
<函>
<發文機關>
<全銜>嘉禾市政府</全銜>
<機關代碼>Z10000000A</機關代碼>
</發文機關>
<函類別 代碼="函"/>
<地址>000嘉禾市東禾區範例路1號</地址>
<聯絡方式>承辦人：陳○○</聯絡方式>
<聯絡方式>電話：(00)0000-0000分機000</聯絡方式>
<聯絡方式>電子信箱：chen@example.invalid</聯絡方式>
<受文者>
<全銜>嘉禾市東禾區公所</全銜>
<機關代碼>Z10000001B</機關代碼>
</受文者>
<發文日期>
<年月日>中華民國115年10月2日</年月日>
</發文日期>
<發文字號>
<字>府範字</字>
<文號>
<年度>115</年度>
<流水號>${String(number).padStart(7, '0')}</流水號>
</文號>
</發文字號>
<速別 代碼="普通件"/>
<密等及解密條件或保密期限>
<密等/>
<解密條件或保密期限></解密條件或保密期限>
</密等及解密條件或保密期限>
<附件>
<文字>活動計畫書及經費概算表各1份</文字>
</附件>
<主旨>
<文字>檢送「115年度嘉禾市閱讀推廣活動」計畫書1份，請查照。</文字>
</主旨>
<段落 段名="說明：">
<文字></文字>
${list.join('\n')}
</段落>
<正本>
<全銜>嘉禾市東禾區公所</全銜>
<全銜>嘉禾市立東禾國民小學</全銜>
<單位名>嘉禾市政府教育局社會教育科</單位名>
</正本>
<副本>
<全銜>財團法人嘉禾範例文化基金會</全銜><含附件>含附件</含附件>
<姓名>林○○</姓名><職稱>顧問</職稱>
</副本>
<署名>市長　許○○</署名>
</函>
`);
}

/** The documents that `read-check.ts` put into a folder. */
export function loadDocuments(folder: string, name: string): readonly Uint8Array[] {
  const bytes = readFileSync(join(folder, `${name}.bin`));
  let at = 0;
  return readFileSync(join(folder, `${name}.txt`), 'utf8')
    .split('\n')
    .map((line) => {
      const length = Number(line);
      at += length;
      return bytes.subarray(at - length, at);
    });
}

/** Time that work took. */
export interface Cost {
  readonly wallSeconds: number;
  /** User and system time of all threads of the process, those that compile and collect garbage included. */
  readonly cpuSeconds: number;
}

/** What one process measured. */
export interface Figures {
  readonly valid: number;
  /** The first round in a fresh process, nothing compiled yet. */
  readonly cold: Cost;
  /** A second round in the same process, where one was run. */
  readonly warm?: Cost;
  readonly peakRssMb: number;
}

/** Runs something once and says what it cost. */
export function costOf(work: () => void): Cost {
  const cpu = process.cpuUsage();
  const started = performance.now();
  work();
  const wallSeconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { wallSeconds, cpuSeconds: (user + system) / 1_000_000 };
}

/** One line of JSON for the parent process. */
export function report(figures: Omit<Figures, 'peakRssMb'>): void {
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ ...figures, peakRssMb })}\n`);
}
