import type { ElementRule } from '../grammar.ts';

const TEXT: ElementRule = { content: '(#PCDATA)' };

/** Elements that hold text only. */
export function texts<const Name extends string>(
  ...names: readonly Name[]
): Readonly<Record<Name, ElementRule>> {
  const set: Partial<Record<Name, ElementRule>> = {};
  for (const name of names) set[name] = TEXT;
  // every name was given a rule above
  return set as Record<Name, ElementRule>;
}

/** An element that holds other elements. */
export function holds(content: string): ElementRule {
  return { content };
}

/** An empty element whose `代碼` attribute is one of a list; without a default it may be missing. */
export function coded(values: readonly string[] | string, fallback?: string): ElementRule {
  const type = typeof values === 'string' ? values.split(' ') : values;
  return {
    content: 'EMPTY',
    attributes: { 代碼: fallback === undefined ? { type } : { type, default: fallback } },
  };
}
