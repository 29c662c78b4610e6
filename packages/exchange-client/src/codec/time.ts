const TAIPEI_OFFSET_MS = 8 * 3_600_000;

/** `yyyy-MM-dd HH:mm:ss` in Taipei time (UTC+8, no daylight saving since 1980). */
export function writeExchangeTime(time: Date): string {
  return new Date(time.getTime() + TAIPEI_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** Reads `yyyy-MM-dd HH:mm:ss` of Taipei time; undefined when the text is not such a time. */
export function parseExchangeTime(text: string): Date | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2}):(\d{2})$/.exec(text.trim());
  if (match === null) return undefined;
  const time = new Date(`${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}+08:00`);
  if (Number.isNaN(time.getTime())) return undefined;
  return writeExchangeTime(time) === text.trim().replace('T', ' ') ? time : undefined;
}
