import { type ExchangeEncoding, encodeText } from '../../src/xml/encode.ts';

export interface LetterParts {
  readonly declaration?: string;
  readonly dtd?: string;
  readonly subset?: string;
  readonly doctype?: string;
  /** Replaces one part of the body by another. */
  readonly change?: readonly (readonly [from: string, to: string])[];
}

const SUBSET = `
<!ENTITY ATTCH1 SYSTEM "計畫書.pdf" NDATA _X>
<!ENTITY ATTCH2 SYSTEM "b.ods" NDATA _X>
<!ENTITY 表單 SYSTEM "a.sw" NDATA DI>
<!NOTATION DI SYSTEM "">
<!NOTATION _X SYSTEM "">
`;

const BODY = `<函>
<發文機關><全銜>嘉禾市政府</全銜><機關代碼>Z10000000A</機關代碼></發文機關>
<函類別 代碼="函"/>
<地址>000嘉禾市範例路1號</地址>
<聯絡方式>承辦人：陳○○</聯絡方式>
<受文者><交換表 交換表單="表單">如正副本行文單位</交換表></受文者>
<發文日期><年月日>中華民國115年10月2日</年月日></發文日期>
<發文字號><字>府範字</字><文號><年度>115</年度><流水號>0001234</流水號></文號></發文字號>
<速別 代碼="普通件"/>
<密等及解密條件或保密期限><密等/><解密條件或保密期限></解密條件或保密期限></密等及解密條件或保密期限>
<附件><文字>計畫書</文字><附件檔名 附件名="ATTCH1 ATTCH2"/></附件>
<主旨><文字>檢送計畫書1份，請查照。</文字></主旨>
<段落 段名="說明："><文字></文字><條列 序號="一、"><文字>評分 A &lt; B 者不列入 R&amp;D 獎項。</文字></條列></段落>
<正本><全銜>嘉禾市東禾區公所</全銜></正本>
<副本><全銜>許功蓋基金會</全銜><含附件>含附件</含附件></副本>
<署名>市長　許○○</署名>
</函>
`;

/** A fictitious 函 of 104 that is valid, changed as a test needs it. */
export function letterText(parts: LetterParts = {}): string {
  const {
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n',
    dtd = '104_2_utf8.dtd',
    subset = SUBSET,
  } = parts;
  const doctype = parts.doctype ?? `<!DOCTYPE 函 SYSTEM "${dtd}" [${subset}]>\n`;
  let body = BODY;
  for (const [from, to] of parts.change ?? []) {
    if (!body.includes(from)) throw new Error(`the letter has no ${from}`);
    body = body.replace(from, to);
  }
  return `${declaration}${doctype}${body}`;
}

/** Bytes of a text; every character must have a code. */
export function bytesOf(text: string, encoding: ExchangeEncoding = 'utf-8'): Uint8Array {
  const encoded = encodeText(text, encoding);
  if ('unencodable' in encoded) throw new Error(`not in ${encoding}: ${JSON.stringify(encoded.unencodable)}`);
  return encoded.bytes;
}

/** The letter's bytes. */
export function letter(parts: LetterParts = {}): Uint8Array {
  return bytesOf(letterText(parts));
}

/** `code` or `code line:column` of each issue that is not only information. */
export function codes(
  issues: readonly { readonly code: string; readonly severity: string }[],
): readonly string[] {
  return issues.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
}
