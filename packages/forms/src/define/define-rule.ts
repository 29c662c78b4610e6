import type { Issue, IssueParams } from '@kcc/validators';
import type { FormIssueCode } from '../messages/zh.ts';
import { formIssue } from './issue.ts';
import type { FormContext, FormRule } from './rule.ts';
import type { DraftOf } from './section.ts';

/** One finding of a rule: where, and what fills its message; the rule's first path unless said otherwise. */
export interface Finding {
  readonly path?: string;
  readonly code?: FormIssueCode;
  readonly params?: IssueParams;
}

type RuleSpec<Data> = Omit<FormRule<Data>, 'run'> & {
  readonly id: FormIssueCode;
  /** What was found: nothing, one or several. */
  find(data: DraftOf<Data>, context: FormContext): Finding | readonly Finding[] | undefined;
};

/** Makes a rule of the catalogue: its id is the code of its issues, the message comes from the catalogue. */
export function defineRule<Data>(spec: RuleSpec<Data>): FormRule<Data> {
  const { find, ...facts } = spec;
  return {
    ...facts,
    run(data, context): readonly Issue[] {
      const found = find(data, context);
      if (found === undefined) return [];
      const list: readonly Finding[] = Array.isArray(found) ? found : [found];
      return list.map(({ path = spec.paths[0] ?? '', code = spec.id, params }) =>
        formIssue(code, path, {
          severity: spec.severity,
          source: spec.sources.join('、'),
          ...(params && { params }),
        }),
      );
    },
  };
}
