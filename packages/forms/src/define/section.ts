import type { z } from 'zod';
import type { FormField, InputField } from './field.ts';

/** A part of a form: one topic, one page of the guided interview. */
export interface Section<
  Fields extends Readonly<Record<string, FormField>> = Readonly<Record<string, FormField>>,
> {
  readonly title: string;
  /** What the page is about, zh-TW, one sentence. */
  readonly intro?: string;
  readonly fields: Fields;
}

export type SectionMap = Readonly<Record<string, Section>>;

type InputKey<Fields> = {
  [Key in keyof Fields]: Fields[Key] extends InputField ? Key : never;
}[keyof Fields];

type RequiredKey<Fields> = {
  [Key in keyof Fields]: Fields[Key] extends InputField<z.ZodType, true> ? Key : never;
}[keyof Fields];

type FieldValue<Field> = Field extends InputField<infer Schema> ? z.infer<Schema> : never;

/** The values of one section; seal and office boxes carry none. */
export type SectionValue<Fields> = {
  readonly [Key in RequiredKey<Fields>]: FieldValue<Fields[Key]>;
} & {
  readonly [Key in Exclude<InputKey<Fields>, RequiredKey<Fields>>]?: FieldValue<Fields[Key]> | undefined;
};

/** The complete data of a form, section by section. */
export type DataOf<Sections extends SectionMap> = {
  readonly [Key in keyof Sections]: SectionValue<Sections[Key]['fields']>;
};

/** Data as it stands while a person is still writing: every section is there, any value may be missing. */
export type DraftOf<Data> = {
  readonly [Key in keyof Data]: Partial<Data[Key]>;
};

/** Keeps the exact type of a section's fields. */
export function section<const Fields extends Readonly<Record<string, FormField>>>(
  spec: Section<Fields>,
): Section<Fields> {
  return spec;
}
