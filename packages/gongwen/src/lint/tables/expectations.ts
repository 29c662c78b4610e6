import type { Relation } from '../../model/letter.ts';

/** A generic expectation (期望語): 請 with up to six characters, then the word that shows the direction. */
export const EXPECTATION =
  /((?:請|希|祈|乞)[^，。；、\n]{0,4}?)(鑒核|鑒察|核示|核備|核轉|備查|查照|照辦|卓參|酌處)(?=[，。；]|轉知|見復|辦理|$)/gm;

/** Words that do not go in a direction (文書處理手冊 18); those not listed are left to the writer. */
const WRONG: Readonly<Record<Exclude<Relation, 'mixed'>, readonly string[]>> = {
  up: ['查照', '照辦', '酌處'],
  'up-non-subordinate': ['鑒核', '鑒察', '照辦', '酌處'],
  level: ['鑒核', '鑒察', '照辦', '核備', '核轉'],
  down: ['鑒核', '鑒察', '備查', '核備', '核轉'],
  people: ['鑒核', '鑒察', '備查', '核備', '核轉', '照辦'],
};

/** True when the word goes another way than the letter; false while the relation is unknown or mixed. */
export function misdirected(word: string, relation: Relation | undefined): boolean {
  return relation !== undefined && relation !== 'mixed' && WRONG[relation].includes(word);
}

/** The usual word of a direction. */
export function rightExpectation(relation: Relation | undefined): string | undefined {
  if (relation === undefined || relation === 'mixed') return undefined;
  return relation === 'up' ? '鑒核' : '查照';
}
