import { checkCharacters, checkOrganisationName, checkPersonName } from '@kcc/validators';
import { textCheck } from '../define/value-check.ts';

/** Name of a person: warns about 造字, variants and characters outside Big5. */
export const personNameCheck = textCheck('person-name', '姓名沒有造字、亂碼', checkPersonName);

/** Name of an organisation or unit. */
export const organisationNameCheck = textCheck(
  'organisation-name',
  '名稱沒有造字、亂碼',
  checkOrganisationName,
);

/** Free text. */
export const remarkCheck = textCheck('characters', '文字沒有造字、亂碼', checkCharacters);
