import { describe, expect, it } from 'vitest';
import { attributeDefault } from '../../src/grammar/attribute-default.ts';
import { compileParticle } from '../../src/grammar/automaton.ts';
import { findGrammar } from '../../src/grammar/find-grammar.ts';
import { grammarOf, listGrammars } from '../../src/grammar/grammars.ts';
import { parseContentSpec } from '../../src/xml/content-spec.ts';

const choose = (root: string, systemId?: string, more = {}) => {
  const choice = findGrammar({ root, systemId, ...more });
  if (choice.grammar === undefined) return choice.refusal.code;
  return [choice.grammar.id, choice.chosenBy, ...choice.issues.map(({ code }) => code)];
};

describe('finding the grammar', () => {
  it.each([
    ['函', '104_2_utf8.dtd', ['104-2020/函', 'dtd']],
    ['函', '104_2_big5.dtd', ['104-2020/函', 'dtd']],
    ['交換表單', '104_Roster_utf8.dtd', ['104-2020/交換表單', 'dtd']],
    ['函', 'C:\\dtd\\99_2_UTF8.DTD', ['99/函', 'dtd']],
    ['函', '93_2.dtd', ['93/函', 'dtd']],
    ['g2b2c-envelope', '104_g2b2c_envelope.dtd', ['104-2020/g2b2c-envelope', 'dtd']],
    ['g2b2c-msg', '99_msg.dtd', ['99/g2b2c-msg', 'dtd']],
    ['函', undefined, ['104-2020/函', 'root']],
    ['請辦單', '99_cdc1_utf8.dtd', 'GRAMMAR_ROOT_UNKNOWN'],
    ['會勘通知單', '99_B_utf8.dtd', ['104-2020/會勘通知單', 'root', 'GRAMMAR_GENERATION_LACKS']],
    ['令', '93_C.dtd', ['104-2020/令', 'root', 'GRAMMAR_GENERATION_LACKS']],
  ])('of %s with %s', (root, systemId, expected) => {
    expect(choose(root, systemId)).toEqual(expected);
  });

  it('follows the caller before the file', () => {
    expect(choose('函', '104_2_utf8.dtd', { generation: '99' })).toEqual(['99/函', 'option']);
    expect(choose('函', '104_2_utf8.dtd', { revision: '2015' })).toEqual(['104-2015/函', 'dtd']);
    expect(choose('會勘通知單', undefined, { generation: '93' })).toBe('GRAMMAR_ROOT_UNKNOWN');
  });

  it('has deterministic models everywhere, as XML wants', () => {
    for (const { id, elements } of listGrammars()) {
      for (const [name, { content }] of Object.entries(elements)) {
        const { spec, end } = parseContentSpec(content);
        expect(end, `${id} ${name}`).toBe(content.length);
        if (spec.type === 'children')
          expect(compileParticle(spec.particle).ambiguous, `${id} ${name}`).toBeUndefined();
      }
    }
  });

  it('knows what an omitted attribute means in each generation', () => {
    const of = (edition: '104-2020' | '99' | '97' | '93', root: string, element: string) => {
      const grammar = grammarOf(root, edition);
      return grammar && attributeDefault(grammar, element, '代碼');
    };
    expect(of('104-2020', '函', '速別')).toBeUndefined();
    expect(of('99', '函', '速別')).toBe('普通件');
    expect(of('104-2020', '令', '令類別')).toBe('獎懲令');
    expect(of('97', '令', '令類別')).toBe('令');
    expect(of('99', '函', '密等')).toBeUndefined();
    expect(of('93', '函', '密等')).toBe('普通');
  });
});
