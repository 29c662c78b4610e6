const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const keysOf = (path: string) => path.split('/').slice(1);

/** The value at a JSON pointer, undefined where there is none. */
export function valueAt(root: unknown, path: string): unknown {
  let value = root;
  for (const key of keysOf(path)) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isRecord(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** The same value with another at a JSON pointer; undefined takes the field or list entry out. */
export function withValueAt<T>(root: T, path: string, value: unknown): T {
  // The caller's edits come from rules written for the same model.
  return change(root, keysOf(path), value) as T;
}

function change(target: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(target)) {
    const index = Number(key);
    if (rest.length === 0 && value === undefined) return target.filter((_, place) => place !== index);
    return target.map((entry: unknown, place) => (place === index ? change(entry, rest, value) : entry));
  }
  if (!isRecord(target)) return target;
  if (rest.length === 0 && value === undefined) {
    const { [key]: _, ...kept } = target;
    return kept;
  }
  return { ...target, [key]: change(target[key], rest, value) };
}
