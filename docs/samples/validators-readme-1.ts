// From packages/validators/README.md; written by docs/build/write-docs.ts.
import { checkUniformNumber } from '@kcc/validators';

const { ok, level, value, issues } = checkUniformNumber('０４５９５２５７');
// true, 'info', '04595257', [{ code: 'NORMALISED', severity: 'info', message: '應寫成「04595257」，請核對。', … }]

export { ok, level, value, issues };
