import { type DraftPolicy, savableDraft } from '../../define/draft-policy.ts';
import type { Form } from '../../define/form.ts';
import type { Draft } from '../../define/paths.ts';
import { FormError } from '../../form-error.ts';
import { type Answered, answerQuestion } from './answer.ts';
import { type Question, type QuestionOptions, questionsOf } from './question.ts';

/** Version of the saved shape of an interview. */
export const INTERVIEW_SCHEMA_VERSION = 1;

/** Where an interview stands: plain JSON. */
export interface Interview {
  readonly schemaVersion: number;
  readonly form: string;
  readonly edition: string;
  readonly data: Draft;
  /** Paths of the questions that were answered or skipped. */
  readonly answered: readonly string[];
}

/** An interview at its beginning; values that are known already, such as an office profile, can be handed in. */
export function startInterview(form: Form, data: Draft = {}): Interview {
  return {
    schemaVersion: INTERVIEW_SCHEMA_VERSION,
    form: form.id,
    edition: form.edition,
    data,
    answered: [],
  };
}

/** The next question, or `undefined` when all are answered. */
export function nextQuestion(
  form: Form,
  interview: Interview,
  options: QuestionOptions = {},
): Question | undefined {
  return questionsOf(form, interview.data, options).find(({ path }) => !interview.answered.includes(path));
}

/** Takes an answer; a refused one leaves the interview at the same question. */
export function answerInterview(
  form: Form,
  interview: Interview,
  question: Question,
  text: string,
  options: { readonly asOf: string },
): Answered & { readonly interview: Interview } {
  const answer = answerQuestion(form, interview.data, question, text, options);
  const answered = answer.accepted ? [...interview.answered, question.path] : interview.answered;
  return { ...answer, interview: { ...interview, data: answer.draft, answered } };
}

/** One question back: the last answer is asked again, its value stays as a proposal. */
export function stepBack(interview: Interview): Interview {
  return { ...interview, answered: interview.answered.slice(0, -1) };
}

/**
 * The interview as it may be saved: without secrets, without contact data unless asked for; what was left out will be
 * asked again.
 */
export function savableInterview(form: Form, interview: Interview, policy: DraftPolicy = {}): Interview {
  const data = savableDraft(form, interview.data, policy);
  const kept = (path: string) => {
    const [, section = '', name = ''] = path.split('/');
    return interview.data[section]?.[name] === undefined || data[section]?.[name] !== undefined;
  };
  return { ...interview, data, answered: interview.answered.filter(kept) };
}

/**
 * Reads a saved interview back.
 *
 * @throws FormError `SAVED_INTERVIEW_UNREADABLE` when the JSON is no interview of this form and edition
 */
export function resumeInterview(form: Form, saved: unknown): Interview {
  if (isInterview(saved) && saved.form === form.id && saved.edition === form.edition) return saved;
  throw new FormError('SAVED_INTERVIEW_UNREADABLE', { form: form.id, edition: form.edition });
}

function isInterview(value: unknown): value is Interview {
  if (typeof value !== 'object' || value === null) return false;
  const { schemaVersion, form, edition, data, answered }: Partial<Record<keyof Interview, unknown>> = value;
  return (
    schemaVersion === INTERVIEW_SCHEMA_VERSION &&
    typeof form === 'string' &&
    typeof edition === 'string' &&
    typeof data === 'object' &&
    data !== null &&
    Object.values(data).every((section) => typeof section === 'object' && section !== null) &&
    Array.isArray(answered) &&
    answered.every((path) => typeof path === 'string')
  );
}
