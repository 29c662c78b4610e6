import type { CardErrorCode } from '../../../errors/card-errors.ts';
import type { NextStepName } from './next-steps.ts';

/** A code of the local service: number, zh-TW, English, next step, and the coded error it becomes if it has one. */
export type CodeRow = readonly [
  code: number,
  zh: string,
  en: string,
  next: NextStepName,
  error?: CardErrorCode,
];
