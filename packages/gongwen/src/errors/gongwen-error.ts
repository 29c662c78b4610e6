import { fillTemplate, type IssueParams } from '@kcc/validators';
import type { ErrorCategory, ErrorRow } from './error-description.ts';
import { errorRows, type GongwenErrorCode } from './error-table.ts';

/** Thrown when the world does not cooperate; a bad document is an `Issue` instead. */
export class GongwenError extends Error {
  override readonly name = 'GongwenError';
  readonly code: GongwenErrorCode;
  readonly category: ErrorCategory;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>>;

  /**
   * @param code Which failure.
   * @param params Fill the message's places; they are the `details` as well.
   * @param cause What was caught.
   */
  constructor(code: GongwenErrorCode, params: IssueParams = {}, cause?: unknown) {
    const { zh, category, retryable }: ErrorRow = errorRows[code];
    super(fillTemplate(zh, params), cause === undefined ? undefined : { cause });
    this.code = code;
    this.category = category;
    this.retryable = retryable;
    this.details = params;
  }
}
