// From packages/validators/README.md; written by docs/build/write-docs.ts.
import { checkUniformNumber } from '@kcc/validators';
import { toStandardSchema } from '@kcc/validators/standard-schema';

const uniformNumber = toStandardSchema(checkUniformNumber, { check: { asOf: '2026-11-23' } });
uniformNumber['~standard'].validate('12345678'); // { issues: [{ message: '統一編號檢查碼不符，請核對。', … }] }

export { uniformNumber };
