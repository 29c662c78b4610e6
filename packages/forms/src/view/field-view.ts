import type { Issue } from '@kcc/validators';
import type { Choice, InputMode, Widget } from '../define/field.ts';

/** A field as a page shows it, whatever draws the page. */
export interface FieldView {
  /** `/section/field`. */
  readonly path: string;
  readonly label: string;
  readonly hint?: string;
  readonly widget: Widget;
  readonly inputMode?: InputMode;
  readonly autocomplete?: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly choices?: readonly Choice[];
  readonly example?: unknown;
  /** False when a ticked box makes the field superfluous. */
  readonly asked: boolean;
  /** What was typed, as it was typed. */
  readonly value: unknown;
  /** What was found about it, once its page was left or checked. */
  readonly issues: readonly Issue[];
  /** The first error, in words. */
  readonly error?: string;
  onInput(value: unknown): void;
}

/** A box that stays empty on paper. */
export interface BoxView {
  readonly label: string;
  readonly hint?: string;
  readonly filledBy: 'seal' | 'office';
}

/** One page: one topic. */
export interface PageView {
  readonly id: string;
  readonly title: string;
  readonly intro?: string;
  readonly fields: readonly FieldView[];
  readonly boxes: readonly BoxView[];
}
