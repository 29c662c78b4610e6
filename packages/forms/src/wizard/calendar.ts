import type { RunningDeadline } from './deadline.ts';

/** How a calendar is written. */
export interface CalendarOptions {
  /** Moment of writing, for DTSTAMP. */
  readonly now: Date;
  readonly lang?: 'zh' | 'en';
  /** Tells offices apart in the identifiers of the entries, such as a case number's last five digits. */
  readonly scope?: string;
  /** Days before the day on which a reminder sounds. Default 7. */
  readonly remindDays?: number;
}

/**
 * Writes deadlines as iCalendar (RFC 5545): one all-day entry each, with a reminder; the same deadline keeps its
 * identifier, so that importing again updates it.
 *
 * @returns text with CRLF line ends, lines folded at 75 octets
 */
export function deadlinesToCalendar(deadlines: readonly RunningDeadline[], options: CalendarOptions): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kcc//forms//ZH',
    'CALSCALE:GREGORIAN',
    ...deadlines.flatMap((deadline) => entry(deadline, options)),
    'END:VCALENDAR',
    '',
  ];
  return lines.map(fold).join('\r\n');
}

function entry(deadline: RunningDeadline, options: CalendarOptions): string[] {
  const { now, lang = 'zh', scope = 'office', remindDays = 7 } = options;
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  return [
    'BEGIN:VEVENT',
    `UID:${deadline.track}-${deadline.id}-${scope}@forms.kcc`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${deadline.date.replaceAll('-', '')}`,
    `SUMMARY:${escapeText(deadline.label[lang])}`,
    `DESCRIPTION:${escapeText(deadline.note[lang])}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(deadline.label[lang])}`,
    `TRIGGER:-P${remindDays}D`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n');
}

/** A line of at most 75 octets; continuation lines begin with a blank, characters are never cut. */
function fold(line: string): string {
  const encoder = new TextEncoder();
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > 75) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
