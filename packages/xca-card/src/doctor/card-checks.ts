import { parseCertificate } from '../certificate/certificate.ts';
import { type Check, fine, problem, unknown } from './check.ts';
import type { DoctorFacts } from './facts.ts';

const DAY = 86_400_000;
/** Renewal is open this many days before the end (card.md §4). */
const RENEWAL_DAYS = 60;
const CLOCK_LIMIT_SECONDS = 120;

/** The cards that are in: recognised, PIN not in danger, certificates valid; and the clock that all of it depends on. */
export function cardChecks(facts: DoctorFacts): Check[] {
  const checks: Check[] = [];
  if (facts.readers?.some(({ unknownCard }) => unknownCard === true) === true) {
    checks.push(
      problem(
        'card',
        { zh: '有無法辨識的卡片', en: 'a card is not recognised' },
        { zh: '確認卡片晶片朝上，且為 GPKI 憑證 IC 卡。', en: 'Check that it is a GPKI card, chip up.' },
      ),
    );
  }
  const cards = (facts.readers ?? []).flatMap(({ card }) => (card === undefined ? [] : [card]));
  if (facts.readers !== undefined && cards.length === 0 && checks.length === 0) {
    checks.push(
      unknown(
        'card',
        { zh: '沒有插入卡片', en: 'no card is inserted' },
        { zh: '插入卡片後可再檢查一次。', en: 'Insert the card and look again.' },
      ),
    );
  }
  for (const card of cards) {
    const issuer = card.certificates.find(({ use }) => use === 'sign')?.der;
    checks.push(
      issuer === undefined
        ? problem(
            'card',
            { zh: `${card.number} 沒有簽章憑證`, en: `${card.number} has no signing certificate` },
            { zh: '確認插入的是憑證 IC 卡。', en: 'Check that it is the right card.' },
          )
        : fine('card', card.number, card.number),
      pinCheck(card.number, card.retriesLeft),
    );
    if (issuer !== undefined) checks.push(expiryCheck(card.number, issuer, facts.now));
  }
  return [...checks, clockCheck(facts)];
}

function pinCheck(number: string, left: number | undefined): Check {
  if (left === undefined)
    return unknown('pin', {
      zh: `${number} 不預先告知剩餘次數`,
      en: `${number} does not tell the tries left`,
    });
  if (left >= 2) return fine('pin', `${number} 剩 ${left} 次`, `${number}: ${left} tries left`);
  return problem(
    'pin',
    {
      zh: left === 0 ? `${number} 已鎖卡` : `${number} 只剩 1 次`,
      en: left === 0 ? `${number} is locked` : `${number}: one try left`,
    },
    {
      zh:
        left === 0
          ? '備妥用戶代碼，至憑證管理中心網站辦理鎖卡解碼。'
          : '確認 PIN 碼後再輸入；再錯一次即鎖卡。',
      en:
        left === 0
          ? 'Unlock it with the user code on the web site of the authority.'
          : 'Be sure of the PIN: one more mistake locks the card.',
    },
  );
}

function expiryCheck(number: string, der: Uint8Array, now: Date): Check {
  const { notAfter } = parseCertificate(der);
  const days = Math.floor((notAfter.getTime() - now.getTime()) / DAY);
  const until = notAfter.toISOString().slice(0, 10);
  if (days > RENEWAL_DAYS)
    return fine('expiry', `${number} 有效至 ${until}`, `${number} is valid until ${until}`);
  return problem(
    'expiry',
    {
      zh: days < 0 ? `${number} 已於 ${until} 到期` : `${number} 將於 ${until} 到期`,
      en: days < 0 ? `${number} expired on ${until}` : `${number} expires on ${until}`,
    },
    {
      zh: days < 0 ? '重新申請憑證。' : '可在到期前線上展期一次；逾期須重新申請。',
      en: days < 0 ? 'Apply for a new card.' : 'Renew once before the end; later, apply anew.',
    },
  );
}

function clockCheck({ readers, now, clockAhead }: DoctorFacts): Check {
  const advice = { zh: '校正電腦的日期、時間與時區。', en: 'Set date, time and time zone of this computer.' };
  if (clockAhead !== undefined) {
    const seconds = Math.round(Math.abs(clockAhead));
    const side = clockAhead < 0 ? { zh: '慢', en: 'behind' } : { zh: '快', en: 'ahead' };
    if (seconds <= CLOCK_LIMIT_SECONDS) return fine('clock', `誤差 ${seconds} 秒`, `${seconds} s off`);
    return problem(
      'clock',
      { zh: `電腦時間${side.zh} ${seconds} 秒`, en: `the clock is ${seconds} s ${side.en}` },
      advice,
    );
  }
  const early = (readers ?? []).some(({ card }) =>
    (card?.certificates ?? []).some(({ der }) => startOf(der) > now.getTime()),
  );
  if (early)
    return problem(
      'clock',
      { zh: '電腦時間早於卡上憑證的生效日', en: 'the clock is before the start of a certificate' },
      advice,
    );
  return unknown('clock', {
    zh: `${now.toISOString()}（未與時間來源核對）`,
    en: `${now.toISOString()} (not compared with a reference)`,
  });
}

function startOf(der: Uint8Array): number {
  try {
    return parseCertificate(der).notBefore.getTime();
  } catch {
    return 0;
  }
}
