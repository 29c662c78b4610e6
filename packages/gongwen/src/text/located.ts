/** A place in a draft's text. */
export interface Place {
  /** 1-based. */
  readonly line: number;
  /** 1-based, UTF-16 code units. */
  readonly column: number;
}

/** A value of a draft with the place it stands at; every scalar is text, as it was written. */
export type Located =
  | { readonly type: 'text'; readonly value: string; readonly place?: Place }
  | { readonly type: 'list'; readonly items: readonly Located[]; readonly place?: Place }
  | { readonly type: 'record'; readonly entries: ReadonlyMap<string, LocatedEntry>; readonly place?: Place }
  | { readonly type: 'none'; readonly place?: Place };

export interface LocatedEntry {
  readonly value: Located;
  /** Where the key stands. */
  readonly place?: Place;
}

/** A plain value as a draft without places; numbers and booleans count as their text. */
export function locate(value: unknown): Located {
  if (value === undefined || value === null) return { type: 'none' };
  if (Array.isArray(value)) return { type: 'list', items: value.map(locate) };
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(([key, item]) => [key, { value: locate(item) }] as const);
    return { type: 'record', entries: new Map(entries) };
  }
  return { type: 'text', value: String(value) };
}

/** Gives the line and column of an offset. */
export function createPlaces(text: string): (offset: number) => Place {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\r|\n/g)) starts.push(match.index + match[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
