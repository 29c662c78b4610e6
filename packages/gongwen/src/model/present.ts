type Loose<T> = { readonly [K in keyof T]: T[K] | undefined };

/** The same record without its absent fields, so that "absent" has one spelling in every model. */
export function present<T extends object>(record: Loose<T>): T {
  const result: Partial<T> = {};
  for (const key in record) {
    const value: T[typeof key] | undefined = record[key];
    if (value !== undefined) result[key] = value;
  }
  // What is left holds every field that T requires: a required field's type leaves no room for undefined in Loose<T>
  // unless the caller put it there, which the compiler refuses at the literal.
  return result as T;
}

/** The text, or undefined where it is empty: an empty element and an absent one mean the same. */
export function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
