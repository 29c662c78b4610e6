/** What is said about one code of {@link FormError}. */
export interface FormErrorEntry {
  readonly category: 'document' | 'usage' | 'environment';
  readonly retryable: boolean;
  readonly zh: string;
  readonly en: string;
  readonly when: string;
  readonly likely: string;
  readonly resolve: string;
}

/** Every code of `FormError`: thrown when · likely reason · how to resolve. */
export const formErrors = {
  FORM_NOT_FOUND: {
    category: 'usage',
    retryable: false,
    zh: '沒有這個代號的表單。',
    en: 'There is no form with this id.',
    when: 'A form is asked for by an id that the catalogue does not hold.',
    likely: 'A spelling mistake, or a form of your own that was not handed in.',
    resolve: 'List the ids of the catalogue and compare.',
  },
  FORM_DATA_INVALID: {
    category: 'document',
    retryable: false,
    zh: '表單資料有錯誤或未填完，不能產生文件。',
    en: 'The form data have errors or are incomplete; no document was made.',
    when: 'A document is to be filled from data with issues of severity error.',
    likely: 'The data were not checked first, or were changed after the check.',
    resolve:
      'Show `details.issues` to the person, correct, fill again; `draft` lets missing values stay empty.',
  },
  FORM_OUTPUT_UNAVAILABLE: {
    category: 'usage',
    retryable: false,
    zh: '這張表單沒有這種輸出。',
    en: 'The form has no such output.',
    when: 'A form that is only asked on the web, never printed, is to be filled into a document.',
    likely: 'The id of another form was meant.',
    resolve: 'Look at `outputs` of the form.',
  },
} as const satisfies Record<string, FormErrorEntry>;

export type FormErrorCode = keyof typeof formErrors;
