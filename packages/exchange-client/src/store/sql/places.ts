/** A place for each item of a list. */
export function placesOf(list: readonly unknown[]): string {
  return list.map(() => '?').join(', ');
}

/** Values of one statement; a database takes a limited number. */
const MOST = 200;

/** A list in parts that fit into one statement. */
export function inParts<T>(list: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / MOST) }, (_, part) =>
    list.slice(part * MOST, (part + 1) * MOST),
  );
}
