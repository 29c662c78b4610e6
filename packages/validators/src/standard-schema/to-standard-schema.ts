import type { CheckOptions, CheckResult } from '../check.ts';
import { type Issue, type MessageCatalogue, translateIssue } from '../issue.ts';
import type { StandardIssue, StandardProps, StandardSchemaV1 } from './spec.ts';

/** A schema over one of this package's checks; `validate` answers at once. */
export interface ValueSchema extends StandardSchemaV1<string, string> {
  readonly '~standard': SyncProps;
}

interface SyncProps extends StandardProps<string, string> {
  readonly validate: (value: unknown) => { readonly value: string; readonly issues?: undefined } | Failure;
}

interface Failure {
  /** The issues of Standard Schema, with this package's own fields beside `message`. */
  readonly issues: readonly (StandardIssue & Pick<Issue, 'code' | 'severity'>)[];
}

export interface StandardSchemaOptions<Options extends CheckOptions> {
  /** Options of the check. */
  readonly check?: Options;
  /** The mildest severity that makes a value invalid; default `error`. Standard Schema has no warnings. */
  readonly failOn?: 'error' | 'warning';
  /** Messages in another language, such as `en`; default zh-TW. */
  readonly messages?: Partial<MessageCatalogue>;
}

/**
 * Makes a Standard Schema of a check.
 *
 * The output is the normalised value; the value itself for secrets, which a check never hands back.
 *
 * @param check such as `checkUniformNumber`
 */
export function toStandardSchema<Options extends CheckOptions>(
  check: (value: string, options?: Options) => CheckResult,
  { check: checkOptions, failOn = 'error', messages = {} }: StandardSchemaOptions<Options> = {},
): ValueSchema {
  return {
    '~standard': {
      version: 1,
      vendor: 'kcc-validators',
      validate(value) {
        // A check takes any value and reports what is not text.
        const text = value as string;
        const result = check(text, checkOptions);
        const failed = result.level === 'error' || (failOn === 'warning' && result.level === 'warning');
        if (!failed) return { value: result.value || text };
        const bad = result.issues.filter(({ severity }) => severity === 'error' || severity === failOn);
        return {
          issues: bad.map((issue) => {
            const { code, severity, message } = translateIssue(issue, messages);
            return { code, severity, message };
          }),
        };
      },
    },
  };
}
