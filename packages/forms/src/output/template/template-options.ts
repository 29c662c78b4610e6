import type { FillOptions } from '../../define/print-context.ts';

/** How an official template file is filled. */
export interface TemplateOptions extends FillOptions {
  /**
   * SHA-256 of the template, 64 hexadecimal digits: the file that was tagged and compared with the official original. A
   * file that differs is refused, so that a new official edition is noticed.
   */
  readonly sha256: string;
}
