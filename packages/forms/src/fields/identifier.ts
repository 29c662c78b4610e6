import {
  checkAgencyCode,
  checkCaseNumber,
  checkOid,
  checkSchoolCode,
  checkUniformNumber,
  checkUserCode,
} from '@kcc/validators';
import { z } from 'zod';
import type { ValueCheck } from '../define/field.ts';
import { eachOf, textCheck } from '../define/value-check.ts';

/** 統一編號. */
export const uniformNumber = z.string().regex(/^\d{8}$/);
export const uniformNumberCheck = textCheck('uniform-number', '統一編號檢查碼正確', checkUniformNumber);

/** 機關代碼 and 學校機關代碼, 10 characters. */
export const agencyCode = z.string().regex(/^[0-9A-Z]{10}$/);
export const agencyCodeCheck = textCheck(
  'agency-code',
  '機關代碼為 10 碼，符合已知的編碼方式',
  checkAgencyCode,
);

/** 學校機關代碼: the 10-character 機關代碼, not the ministry's six-character school code. */
export const schoolCodeCheck = textCheck(
  'school-code',
  '學校機關代碼為 10 碼機關代碼，非教育部 6 碼代碼',
  checkSchoolCode,
);

/** 案件流水號, 25 digits. */
export const caseNumber = z.string().regex(/^\d{25}$/);
export const caseNumberCheck = textCheck('case-number', '案件流水號為 25 位數字', checkCaseNumber);
export const caseNumbers = (maximum: number) => z.array(caseNumber).max(maximum);
export const caseNumbersCheck: ValueCheck = eachOf(caseNumberCheck);

/** OID of an organisation under 2.16.886. */
export const oid = z.string().regex(/^2\.16\.886(\.(0|[1-9]\d*))+$/);
export const oidCheck = textCheck('oid', 'OID 為 2.16.886 之下的識別碼', checkOid);

/** 用戶代碼: 6–10 printable ASCII characters. */
export const userCode = z.string().regex(/^[!-~]{6,10}$/);
export const userCodeCheck = textCheck('user-code', '用戶代碼為 6 至 10 個半形字元', checkUserCode);
