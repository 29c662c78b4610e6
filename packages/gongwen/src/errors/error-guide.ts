import type { ErrorDescription, ErrorGuide } from './error-description.ts';
import { errorRows, type GongwenErrorCode } from './error-table.ts';
import { renderErrorGuide } from './render-errors.ts';

/** English message and advice for every coded error. */
export const errorGuide = {
  BIG5_MISSING: {
    en: 'This runtime has no Big5 decoder, so Big5 letters can be neither read nor written',
    when: 'a Big5 document is read or written and the runtime was built without legacy encodings',
    likely: 'a Node.js with small ICU data, such as the one of Alpine Linux',
    resolve: 'install the full ICU data (icu-data-full on Alpine) or another build of Node.js, or use UTF-8',
  },
  ...renderErrorGuide,
} as const satisfies Readonly<Record<GongwenErrorCode, ErrorGuide>>;

/** Everything about one coded error: its message in both languages, when it is thrown, why, and what to do. */
export function describeError(code: GongwenErrorCode): ErrorDescription {
  return { ...errorRows[code], ...errorGuide[code] };
}
