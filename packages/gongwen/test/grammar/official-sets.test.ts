import { describe, expect, it } from 'vitest';
import { dtdText, reachable } from '../../src/grammar/dtd-text.ts';
import { letterTagsOf } from '../../src/grammar/generations.ts';
import type { ElementRule } from '../../src/grammar/grammar.ts';
import { listGrammars } from '../../src/grammar/grammars.ts';
import { catalogueTags, catalogueTags99 } from '../../src/grammar/tag-sets/catalogue.ts';
import { hasSpec, officialFiles, officialRules, SET_FOLDERS } from '../support/official-sets.ts';
import { sameLanguage } from '../support/same-language.ts';

describe.skipIf(!hasSpec)('grammars and the official DTD sets', () => {
  for (const edition of Object.keys(SET_FOLDERS) as (keyof typeof SET_FOLDERS)[]) {
    const files = hasSpec ? officialFiles(edition) : new Map<string, string>();
    for (const grammar of listGrammars()) {
      if (!grammar.id.startsWith(`${edition}/`) || !files.has(grammar.dtdName)) continue;

      it(`${grammar.id} accepts what ${grammar.dtdName} accepts`, () => {
        const official = officialRules(files, grammar.dtdName);
        const generated = officialRules(new Map([['x', dtdText(grammar)]]), 'x');
        const differences: string[] = [];
        for (const name of Object.keys(reachable(grammar))) {
          // Of a derived grammar only the part that is held can be compared.
          if (grammar.evidence === 'derived' && !official.has(name)) continue;
          differences.push(...compare(name, generated.get(name), official.get(name), grammar.elements[name]));
        }
        expect(differences).toEqual([]);
        expect(generated.size).toBe(Object.keys(reachable(grammar)).length);
      });
    }
  }
});

describe.skipIf(!hasSpec)('the tag sets', () => {
  it('and the catalogue elements are together what 104 declares', () => {
    const official = officialRules(officialFiles('104-2020'), '104_2_utf8.dtd');
    const known = { ...letterTagsOf('104-2020'), ...catalogueTags };
    expect([...official.keys()].filter((name) => name !== '函').sort()).toEqual(Object.keys(known).sort());
    for (const [name, rule] of Object.entries(catalogueTags)) {
      expect(compare(name, rule, official.get(name), rule)).toEqual([]);
    }
  });

  it('have the words of 99 for its catalogue codes', () => {
    const official = officialRules(officialFiles('99'), '99_2_utf8.dtd');
    for (const [name, rule] of Object.entries(catalogueTags99)) {
      expect(compare(name, rule, official.get(name), rule)).toEqual([]);
    }
  });
});

if (!hasSpec) it.skip('grammars and the official DTD sets: ../shared is not here', () => undefined);

function compare(
  name: string,
  ours: ElementRule | undefined,
  theirs: ElementRule | undefined,
  rule: ElementRule | undefined,
): readonly string[] {
  // Elements that the official set forgot are declared by us, and marked so.
  if (theirs === undefined)
    return rule?.undeclaredBy === undefined ? [`${name}: not in the official set`] : [];
  if (rule?.undeclaredBy !== undefined) return [`${name}: marked as forgotten but declared`];
  if (ours === undefined) return [`${name}: not generated`];
  const differences: string[] = [];
  if (!sameLanguage(ours.content, theirs.content))
    differences.push(`${name}: ${ours.content} / ${theirs.content}`);
  if (JSON.stringify(sorted(ours)) !== JSON.stringify(sorted(theirs)))
    differences.push(`${name}: attributes`);
  return differences;
}

function sorted({ attributes = {} }: ElementRule): unknown {
  return Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
}
