/** A text; `values` are the only ones allowed, `date` reads ISO and ROC dates alike. */
export interface TextShape {
  readonly type: 'text';
  readonly values?: readonly string[];
  readonly date?: boolean;
}

export interface ListShape {
  readonly type: 'list';
  readonly of: Shape;
}

/** Free keys with text values, such as the attributes of an unknown element. */
export interface MapShape {
  readonly type: 'map';
}

/** A field of a record: needed, or filled with something when the draft leaves it out. */
export interface Field {
  readonly shape: Shape;
  readonly required?: boolean;
  readonly fallback?: () => unknown;
}

export type Fields = Readonly<Record<string, Field>>;

export interface RecordShape {
  readonly type: 'record';
  /** Behind a function, so that items and recipients can hold their like. */
  readonly fields: () => Fields;
  /** What a bare text stands for, such as the full name of an organisation. */
  readonly shorthand?: (text: string) => object;
}

/** Records that differ by a tag, such as the `type` of a party. */
export interface VariantShape {
  readonly type: 'variant';
  readonly tag: string;
  readonly cases: Readonly<Record<string, RecordShape>>;
  readonly fallback?: string;
  readonly shorthand?: (text: string) => object;
}

export type Shape = TextShape | ListShape | MapShape | RecordShape | VariantShape;

/** The shape of a model; the compiler sees to it that no field is forgotten. */
export type FieldsOf<T> = { readonly [K in keyof T]-?: Field };

export const text: TextShape = { type: 'text' };
export const isoDate: TextShape = { type: 'text', date: true };
export const oneOf = (...values: readonly string[]): TextShape => ({ type: 'text', values });

export const optional = (shape: Shape): Field => ({ shape });
export const required = (shape: Shape): Field => ({ shape, required: true });

/** A list that counts as empty where the draft leaves it out. */
export const list = (of: Shape): Field => ({ shape: { type: 'list', of }, fallback: () => [] });

/** A text with a value of its own where the draft leaves it out. */
export const textOr = (fallback: string, shape: TextShape = text): Field => ({
  shape,
  fallback: () => fallback,
});

export function record<T>(fields: () => FieldsOf<T>, shorthand?: (text: string) => object): RecordShape {
  return { type: 'record', fields, ...(shorthand && { shorthand }) };
}

/**
 * A record with more fields than the one that it is made from, such as a vendor's own of an official kind.
 *
 * @param base the shape of `Base`.
 * @param added the fields that `T` has and `Base` has not; the compiler sees to it that none is forgotten.
 */
export function extendRecord<Base, T extends Base>(
  base: RecordShape,
  added: FieldsOf<Omit<T, keyof Base>>,
): RecordShape {
  return { ...base, fields: () => ({ ...base.fields(), ...added }) };
}
