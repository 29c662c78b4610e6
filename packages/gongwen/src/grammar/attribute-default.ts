import type { Grammar } from './grammar.ts';

/**
 * What an attribute means when it is not written, in a grammar's generation: an omitted 速別 is 普通件 before 104 and
 * nothing since; an omitted 令類別 is 獎懲令 since 99.
 */
export function attributeDefault(grammar: Grammar, element: string, attribute: string): string | undefined {
  return grammar.elements[element]?.attributes?.[attribute]?.default;
}
