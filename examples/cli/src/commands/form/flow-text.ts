import type { Message, SavedTrack, Track, TrackStatus, Turn } from '@kcc/forms';
import { table } from '../../frame/table.ts';

const TURNS: Readonly<Record<Turn, Message>> = {
  applicant: { zh: '申請單位', en: 'applicant' },
  council: { zh: '市議會', en: 'council' },
  'certificate-authority': { zh: '憑證中心', en: 'certificate authority' },
  city: { zh: '市政府', en: 'city' },
  'exchange-service': { zh: 'G2B2C 資訊服務中心', en: 'exchange service' },
  nobody: { zh: '－', en: '-' },
};

/** A whole track as a table of its states. */
export function describeTrack(track: Track, lang: keyof Message): string {
  const rows = Object.values(track.states).map((state) => [
    state.label[lang],
    TURNS[state.turn][lang],
    state.next[lang],
  ]);
  const heading = lang === 'zh' ? ['狀態', '輪到誰', '接下來'] : ['state', 'turn', 'next'];
  const deadlines = track.deadlines.map(({ label, note }) => `  ${label[lang]}：${note[lang]}`);
  return [`〔${track.title[lang]}〕${track.id}`, table([heading, ...rows]), ...deadlines].join('\n');
}

/** Where a saved track stands. */
export function describeStatus(status: TrackStatus, saved: SavedTrack, lang: keyof Message): string {
  const zh = lang === 'zh';
  const list = (label: string, entries: readonly string[]) =>
    entries.length === 0 ? [] : [`${label}：`, ...entries.map((entry) => `  ${entry}`)];
  return [
    `〔${status.title[lang]}〕${status.label[lang]}`,
    `${zh ? '輪到' : 'turn'}：${TURNS[status.turn][lang]}`,
    `${zh ? '接下來' : 'next'}：${status.next[lang]}`,
    ...list(zh ? '還缺的書表' : 'missing papers', status.missing),
    ...list(zh ? '缺少證明的步驟' : 'steps without evidence', status.withoutEvidence),
    ...list(
      zh ? '期限' : 'deadlines',
      status.deadlines.map(
        ({ label, date, daysLeft, note }) => `${date}（${daysLeft}）${label[lang]}　${note[lang]}`,
      ),
    ),
    ...list(
      zh ? '可以記錄的事' : 'events',
      status.events.map(
        ({ type, label, asks }) => `${type}　${label[lang]}${asks ? `　--fact ${asks.name}=…` : ''}`,
      ),
    ),
    ...list(
      zh ? '經過' : 'history',
      saved.history.map(
        ({ event, on, evidence }) => `${on} ${event}${evidence === undefined ? '' : `　${evidence}`}`,
      ),
    ),
  ].join('\n');
}
