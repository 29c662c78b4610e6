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
  EVENT_REFUSED: {
    category: 'usage',
    retryable: false,
    zh: '目前的狀態不能記錄這件事。',
    en: 'This event leads nowhere from the present state.',
    when: 'An event is sent to a track whose state has no move for it.',
    likely: 'A step was skipped, or the event was recorded twice.',
    resolve: 'Look at `details.allowed`, record the step in between first.',
  },
  EVENT_INCOMPLETE: {
    category: 'usage',
    retryable: false,
    zh: '這件事缺少日期或必要的資料。',
    en: 'The event lacks its date or the fact it asks for.',
    when: 'An event comes without an ISO date, or without the fact named in `details.asks`.',
    likely: 'The payment deadline, expiry date or reason was not asked from the person.',
    resolve: 'Give `on` as YYYY-MM-DD and the named fact.',
  },
  SAVED_TRACK_UNREADABLE: {
    category: 'document',
    retryable: false,
    zh: '無法讀取儲存的進度。',
    en: 'The saved progress cannot be read.',
    when: 'Saved JSON is not a track, belongs to another track, or names a state that does not exist.',
    likely: 'The file was edited, or is older than the upgrades that were handed in.',
    resolve: 'Hand in the upgrade steps, or start the track again from its papers.',
  },
  SAVED_TRACK_TOO_NEW: {
    category: 'environment',
    retryable: false,
    zh: '儲存的進度來自較新的版本，請更新軟體。',
    en: 'The saved progress comes from a newer version.',
    when: 'The schema version of saved JSON is higher than this version knows.',
    likely: 'Two computers run different versions.',
    resolve: 'Update the software on this computer.',
  },
  SAVED_INTERVIEW_UNREADABLE: {
    category: 'document',
    retryable: false,
    zh: '無法讀取儲存的填表進度。',
    en: 'The saved interview cannot be read.',
    when: 'Saved JSON is no interview, or belongs to another form or edition.',
    likely: 'The file was edited, or the form has a newer edition.',
    resolve: 'Start a new interview with the old data as its initial values.',
  },
  TEMPLATE_CHANGED: {
    category: 'document',
    retryable: false,
    zh: '範本檔案與核對過的檔案不同，官方可能已改版。',
    en: 'The template is not the file that was compared with the official original.',
    when: 'The SHA-256 of the given template differs from the one it was registered under.',
    likely: 'The official form has a new edition, or the tagged copy was edited.',
    resolve: 'Compare the file with the official original again and register its new SHA-256.',
  },
  TEMPLATE_UNREADABLE: {
    category: 'document',
    retryable: false,
    zh: '無法讀取範本檔案。',
    en: 'The template cannot be read.',
    when: 'The file is no docx or odt, is damaged, has broken tags or unpacks to too much.',
    likely: 'A .doc file was renamed, or a tag lacks its closing brace.',
    resolve: 'Open the template in an office program, save it as docx or odt, mend the tags.',
  },
  TEMPLATE_TAG_UNKNOWN: {
    category: 'document',
    retryable: false,
    zh: '範本中有這張表單沒有的標籤。',
    en: 'The template has tags that no field of the form stands for.',
    when: 'A tag of the template names no field of the form.',
    likely: 'A spelling mistake in a tag, or the template of another form.',
    resolve: 'Look at `details.tags`; tags are written section.field, such as {applicant.name}.',
  },
} as const satisfies Record<string, FormErrorEntry>;

export type FormErrorCode = keyof typeof formErrors;
