import type { CmsVerification, SignatureGrade } from '@kcc/xca-card/cms';
import { el } from '../dom.ts';
import { nameOf } from './trust.ts';

const GRADES: Readonly<Record<SignatureGrade, { readonly word: string; readonly means: string }>> = {
  proven: { word: '完整，時間可證明', means: '簽章有效，憑證未廢止，並有可信時戳證明簽章時間。' },
  full: { word: '完整', means: '簽章有效，憑證確知未被廢止；簽章時間是簽章者自己說的。' },
  limited: { word: '有效，證據不全', means: '簽章有效，但缺少部分證據，例如沒有廢止清冊。' },
  weak: { word: '薄弱', means: '簽章對得上，但使用舊的雜湊或沒有簽章屬性；只在沒有別的辦法時接受。' },
  unproven: { word: '時間無法證明', means: '內容完整，但憑證已過期，也沒有時戳證明簽章時間。' },
  invalid: { word: '無效', means: '內容被改過、憑證不被信任，或簽章有錯。請勿採用。' },
};

const SEVERITY = { error: '錯誤', warning: '提醒', info: '參考' } as const;

const time = (date: Date): string =>
  date.toLocaleString('zh-TW', { timeZone: 'Asia/Taipei', dateStyle: 'long', timeStyle: 'medium' });

/** What a signature is worth, in words. */
export function gradeView({
  grade,
  signer,
  chain,
  signedAt,
  timestamped,
  issues,
}: CmsVerification): HTMLElement {
  const { word, means } = GRADES[grade];
  const rows: (readonly [string, string])[] = [
    ['簽章者', signer === undefined ? '不明' : nameOf(signer)],
    ...(signer === undefined ? [] : [['憑證序號', signer.serial] as const]),
    ...(signedAt === undefined
      ? []
      : [[timestamped ? '簽章時間（時戳）' : '簽章時間（自稱）', time(signedAt)] as const]),
    ['憑證路徑', chain.length === 0 ? '沒有通到信任的根憑證' : chain.map(nameOf).join(' → ')],
  ];
  return el(
    'div',
    { class: `grade ${grade}`, 'data-grade': grade },
    el('p', { class: 'grade-word' }, el('span', { class: 'hidden' }, '驗證等級：'), word),
    el('p', {}, means),
    el(
      'dl',
      {},
      ...rows.map(([name, value]) => el('div', { class: 'row' }, el('dt', {}, name), el('dd', {}, value))),
    ),
    ...(issues.length === 0
      ? []
      : [
          el(
            'ul',
            { class: 'findings' },
            ...issues.map(({ severity, message, code }) =>
              el(
                'li',
                { class: `finding ${severity}` },
                el('p', {}, el('strong', { class: 'badge' }, SEVERITY[severity]), ` ${message}`),
                el('p', { class: 'source' }, code),
              ),
            ),
          ),
        ]),
  );
}
