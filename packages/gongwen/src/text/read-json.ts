import type { DraftReport } from './draft-report.ts';
import { createPlaces, type Located, type LocatedEntry, type Place } from './located.ts';

const MAX_DEPTH = 200;
const WHITE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class JsonProblem extends Error {}

/** Reads JSON with the place of every value; scalars stay as written. Undefined when it is no JSON. */
export function readJson(text: string, report: DraftReport): Located | undefined {
  const reader = new JsonReader(text, report);
  try {
    return reader.document();
  } catch (thrown) {
    if (!(thrown instanceof JsonProblem)) throw thrown;
    report.add('DRAFT_SYNTAX', '', reader.place(), { format: 'JSON', problem: thrown.message });
    return undefined;
  }
}

class JsonReader {
  readonly #text: string;
  readonly #report: DraftReport;
  readonly #placeOf: (offset: number) => Place;
  #at = 0;

  constructor(text: string, report: DraftReport) {
    this.#text = text;
    this.#report = report;
    this.#placeOf = createPlaces(text);
  }

  place(): Place {
    return this.#placeOf(this.#at);
  }

  document(): Located {
    const value = this.#value(0);
    if (this.#at < this.#text.length) throw new JsonProblem('結尾之後還有內容');
    return value;
  }

  #value(depth: number): Located {
    if (depth > MAX_DEPTH) throw new JsonProblem(`巢狀超過 ${MAX_DEPTH} 層`);
    this.#match(WHITE);
    const place = this.place();
    const value = this.#valueAt(place, depth);
    this.#match(WHITE);
    return value;
  }

  #valueAt(place: Place, depth: number): Located {
    if (this.#take('{')) return { type: 'record', entries: this.#entries(depth), place };
    if (this.#take('[')) return { type: 'list', items: this.#items(depth), place };
    const string = this.#string();
    if (string !== undefined) return { type: 'text', value: string, place };
    const scalar = this.#match(SCALAR);
    if (!scalar) throw new JsonProblem('這裡應該是一個值');
    return scalar === 'null' ? { type: 'none', place } : { type: 'text', value: scalar, place };
  }

  #entries(depth: number): Map<string, LocatedEntry> {
    const entries = new Map<string, LocatedEntry>();
    this.#match(WHITE);
    if (this.#take('}')) return entries;
    do {
      this.#match(WHITE);
      const place = this.place();
      const key = this.#string();
      if (key === undefined) throw new JsonProblem('這裡應該是以雙引號括住的欄位名稱');
      this.#match(WHITE);
      if (!this.#take(':')) throw new JsonProblem('欄位名稱之後應該是「:」');
      if (entries.has(key)) this.#report.add('DRAFT_KEY_REPEATED', '', place, { key });
      entries.set(key, { value: this.#value(depth + 1), place });
    } while (this.#take(','));
    if (!this.#take('}')) throw new JsonProblem('這裡應該是「,」或「}」');
    return entries;
  }

  #items(depth: number): Located[] {
    const items: Located[] = [];
    this.#match(WHITE);
    if (this.#take(']')) return items;
    do items.push(this.#value(depth + 1));
    while (this.#take(','));
    if (!this.#take(']')) throw new JsonProblem('這裡應該是「,」或「]」');
    return items;
  }

  #string(): string | undefined {
    const source = this.#match(STRING);
    if (source) return JSON.parse(source) as string; // the pattern admits nothing but a JSON string
    if (this.#text[this.#at] === '"') throw new JsonProblem('字串沒有結束，或含有換行等控制字元');
    return undefined;
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #take(sign: string): boolean {
    if (this.#text[this.#at] !== sign) return false;
    this.#at += 1;
    return true;
  }
}
