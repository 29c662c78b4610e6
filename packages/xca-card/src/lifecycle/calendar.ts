import type { Deadline } from './deadlines.ts';

export interface CalendarOptions {
  /** DTSTAMP of every event. Default now. */
  readonly now?: Date;
  /** Put before each summary, such as the card's holder. */
  readonly title?: string;
  /** Makes the UIDs: the same card gives the same events, which calendars then replace. Such as the card number. */
  readonly id: string;
  /** Language of the texts. Default `zh-TW`. */
  readonly lang?: 'zh-TW' | 'en';
}

const TAIPEI_OFFSET = 8 * 3_600_000;

/** Deadlines as an iCalendar file (RFC 5545): all-day events on the due day in Taiwan, with reminders before it. */
export function writeCalendar(deadlines: readonly Deadline[], options: CalendarOptions): string {
  const { now = new Date() } = options;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kcc//xca-card//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...deadlines.flatMap((deadline) => event(deadline, now, options)),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}

function event(deadline: Deadline, now: Date, { id, title, lang = 'zh-TW' }: CalendarOptions): string[] {
  const text = lang === 'en' ? deadline.en : deadline.zh;
  const summary = title === undefined ? text : `${title}：${text}`;
  const day = taipeiDay(deadline.due);
  return [
    'BEGIN:VEVENT',
    `UID:${deadline.kind}-${day}-${id}@xca-card`,
    `DTSTAMP:${now.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${day}`,
    `DTEND;VALUE=DATE:${taipeiDay(new Date(deadline.due.getTime() + 86_400_000))}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(deadline.source)}`,
    'TRANSP:TRANSPARENT',
    ...deadline.reminders.flatMap((days) => alarm(days, summary)),
    'END:VEVENT',
  ];
}

function alarm(days: number, summary: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-P${days}D`,
    `DESCRIPTION:${escapeText(summary)}`,
    'END:VALARM',
  ];
}

/** The day in Taiwan as YYYYMMDD. */
function taipeiDay(date: Date): string {
  return new Date(date.getTime() + TAIPEI_OFFSET).toISOString().slice(0, 10).replaceAll('-', '');
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (character) => `\\${character}`).replaceAll('\n', '\\n');
}

/** Lines of at most 75 octets, RFC 5545 §3.1; never inside a character. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > 75) {
      parts.push(part);
      part = ' ';
      bytes = 1;
    }
    part += character;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}
