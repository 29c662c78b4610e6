import type { Choice, InputField } from '../../define/field.ts';
import type { Form } from '../../define/form.ts';
import { type Draft, inputFieldsOf, isAsked, type PlacedField } from '../../define/paths.ts';
import { addressParts } from '../../fields/address.ts';

/** One question of a guided interview. */
export interface Question {
  /** Path of the field, or of one part of an address: `/contact/name`, `/contact/address/county`. */
  readonly path: string;
  /** Title of the section: the topic. */
  readonly topic: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: 'text' | 'choice' | 'yes-no' | 'list' | 'secret';
  readonly required: boolean;
  readonly choices?: readonly Choice[];
  readonly example?: string;
  /** Taken for an empty answer. */
  readonly initial?: string;
}

/** Which questions are asked. */
export interface QuestionOptions {
  /** Asks for user code and PIN too. Default false: they are typed where they are needed. */
  readonly includeSecrets?: boolean;
}

const KINDS: Partial<Record<InputField['widget'], Question['kind']>> = {
  radio: 'choice',
  checkbox: 'yes-no',
  'case-numbers': 'list',
  secret: 'secret',
};

/**
 * The questions of a form in its order, as the data stand: fields that a ticked box makes superfluous are left out, an
 * address is asked in its four parts.
 */
export function questionsOf(form: Form, draft: Draft, options: QuestionOptions = {}): Question[] {
  return inputFieldsOf(form)
    .filter(({ field }) => (field.secret ? options.includeSecrets === true : true) && isAsked(field, draft))
    .flatMap((placed) =>
      placed.field.widget === 'address' ? addressQuestions(form, placed) : [question(form, placed)],
    );
}

function question(form: Form, { path, section, field }: PlacedField<InputField>): Question {
  const { label, hint, required, choices, example, initial, unlessTicked } = field;
  return {
    path,
    topic: form.sections[section]?.title ?? '',
    label,
    ...(hint && { hint }),
    kind: KINDS[field.widget] ?? 'text',
    required: (required || unlessTicked !== undefined) && initial === undefined,
    ...(choices && { choices }),
    ...(example !== undefined && { example: asText(example) }),
    ...(initial !== undefined && { initial: asText(initial) }),
  };
}

function addressQuestions(form: Form, placed: PlacedField<InputField>): Question[] {
  const whole = question(form, placed);
  const { example, hint, ...shared } = whole;
  const given: unknown = placed.field.example;
  return addressParts.map(({ name, label }) => {
    const part =
      typeof given === 'object' && given !== null
        ? Object.entries(given).find(([key]) => key === name)
        : undefined;
    return {
      ...shared,
      path: `${whole.path}/${name}`,
      label: `${whole.label}：${label}`,
      ...(name === 'street' && hint && { hint }),
      ...(part && { example: asText(part[1]) }),
    };
  });
}

function asText(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.map(asText).join('、') : String(value);
}
