// From packages/validators/README.md; written by docs/build/write-docs.ts.
import { checkAgencyCode, formatRocDate, isUniformNumber, parseDocumentNumber, parsePhone } from '@kcc/validators';

isUniformNumber('62140097', { asOf: '2023-03-31' }); // false: a number of the rule since 2023-04-01
checkAgencyCode('XC90316313', { register: new Set(['XC90316313']) }).level; // 'warning': in use, though the check digit fails
formatRocDate('2026-11-24', 'letter'); // '中華民國115年11月24日'
parseDocumentNumber('台財人字第10008506970號'); // { word: '台財人', number: '10008506970', year: 100, serial: '0850697', branch: '0' }
parsePhone('07-7470171分機123')?.value; // '+88677470171;ext=123'

export {  };
