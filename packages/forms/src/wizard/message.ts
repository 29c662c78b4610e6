/** A text in both languages. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

/** Writes a text in both languages. */
export function say(zh: string, en: string): Message {
  return { zh, en };
}
