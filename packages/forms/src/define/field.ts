import type { Issue } from '@kcc/validators';
import type { z } from 'zod';

/** How a field is asked on a page or at a prompt. */
export type Widget =
  | 'text'
  | 'textarea'
  | 'radio'
  | 'checkbox'
  | 'address'
  | 'roc-date'
  | 'phone'
  | 'email'
  | 'code'
  | 'case-number'
  | 'case-numbers'
  | 'secret'
  | 'ip-address';

/** The on-screen keyboard a field asks for (HTML `inputmode`). */
export type InputMode = 'text' | 'numeric' | 'tel' | 'email' | 'decimal';

/** One choice of a radio group. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What a {@link ValueCheck} may look at besides the value. */
export interface ValueContext {
  /** The day whose rules apply, ISO `YYYY-MM-DD`. */
  readonly asOf: string;
  /** `lenient` normalises and says so; `strict` refuses what would need normalising. */
  readonly mode: 'lenient' | 'strict';
}

/** A value after a check: normalised, with what was found. */
export interface CheckedValue {
  readonly value: unknown;
  readonly issues: readonly Issue[];
}

/** A named check of one value, beyond its shape: checksum, repertoire, register. Issue paths start at the value. */
export interface ValueCheck {
  readonly id: string;
  /** What is checked, zh-TW, one line. */
  readonly title: string;
  check(value: unknown, context: ValueContext): CheckedValue;
}

interface FieldBase {
  /** 欄位名稱 as printed on the official form. */
  readonly label: string;
  /** What to write and where to find it, zh-TW. */
  readonly hint?: string;
  /** Ids of the form's specification that this field stands for, such as `W4`, `E3`. */
  readonly sources: readonly string[];
  /** Why the field is not certain, when the official original could not be read. */
  readonly unverified?: string;
}

/** A field that the applicant fills in. */
export interface InputField<Schema extends z.ZodType = z.ZodType, Required extends boolean = boolean>
  extends FieldBase {
  readonly filledBy: 'applicant';
  /** Shape of the normalised value. */
  readonly schema: Schema;
  readonly required: Required;
  readonly widget: Widget;
  readonly inputMode?: InputMode;
  /** HTML `autocomplete` token. */
  readonly autocomplete?: string;
  readonly example?: z.infer<Schema>;
  readonly choices?: readonly Choice[];
  /** Taken when nothing is given. */
  readonly initial?: z.infer<Schema>;
  readonly check?: ValueCheck;
  /** A secret enters no draft, log, message or output but the one that is made for it. */
  readonly secret?: boolean;
  /** Contact data of a person: left out of saved drafts unless asked for (個資法). */
  readonly personal?: boolean;
  /** Path of a tick box that makes this field superfluous, such as `/contact/sameAddress`. */
  readonly unlessTicked?: string;
  /** Key of the office profile that can fill this field, such as `office.name`. */
  readonly profile?: string;
}

/** A box for a seal (印鑑、印信): printed empty, its hint outside the box. */
export interface SealField extends FieldBase {
  readonly filledBy: 'seal';
}

/** A box that only the authority writes in: never asked, never printed over. */
export interface OfficeField extends FieldBase {
  readonly filledBy: 'office';
}

export type FormField = InputField | SealField | OfficeField;

type InputSpec<Schema extends z.ZodType> = Omit<InputField<Schema>, 'filledBy' | 'required' | 'widget'> & {
  readonly widget?: Widget;
};

/** A field that must be filled in. */
export function required<Schema extends z.ZodType>(spec: InputSpec<Schema>): InputField<Schema, true> {
  return { widget: 'text', ...spec, filledBy: 'applicant', required: true };
}

/** A field that may stay empty. */
export function optional<Schema extends z.ZodType>(spec: InputSpec<Schema>): InputField<Schema, false> {
  return { widget: 'text', ...spec, filledBy: 'applicant', required: false };
}

/** A box for a seal. */
export function seal(spec: Omit<SealField, 'filledBy'>): SealField {
  return { ...spec, filledBy: 'seal' };
}

/** A box that only the authority fills in. */
export function officeOnly(spec: Omit<OfficeField, 'filledBy'>): OfficeField {
  return { ...spec, filledBy: 'office' };
}
