export * from './dispatch/index.ts';
export type { ErrorCategory, ErrorDescription } from './errors/error-description.ts';
export { type GongwenErrorCode, gongwenErrors } from './errors/error-table.ts';
export { GongwenError } from './errors/gongwen-error.ts';
export * from './grammar/index.ts';
export * from './model/index.ts';
export * from './text/index.ts';
export * from './xml/index.ts';
