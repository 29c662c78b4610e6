import { describe, expect, it } from 'vitest';
import { checkAgainstGrammar } from '../../src/grammar/check.ts';
import { dtdText } from '../../src/grammar/dtd-text.ts';
import { extendGrammar } from '../../src/grammar/extend.ts';
import type { Grammar } from '../../src/grammar/grammar.ts';
import { grammarOf } from '../../src/grammar/grammars.ts';
import { readDocument } from '../../src/grammar/read-document.ts';
import { element } from '../../src/xml/element.ts';
import { bytesOf, codes, letter } from '../support/letters.ts';

const base = grammarOf('函', '104-2020') as Grammar;
const TEXT = { content: '(#PCDATA)' };

describe('extending a grammar', () => {
  it('adds a root of an office’s own, read, checked and written as DTD like any other', () => {
    const { grammar, issues } = extendGrammar(base, {
      name: '疫情組',
      root: '請辦單',
      kind: 'request',
      dtdName: { utf8: '104_cdc1_utf8.dtd', big5: '104_cdc1_big5.dtd' },
      elements: {
        請辦單: { content: '(發文機關,請辦事項+,附件?)' },
        請辦事項: { content: '(文字)', attributes: { 急迫: { type: ['是', '否'], default: '否' } } },
      },
    });
    expect(issues).toEqual([]);
    // the names that were added are known to the compiler
    expect(grammar.elements.請辦事項.content).toBe('(文字)');
    const text =
      '<!DOCTYPE 請辦單 SYSTEM "104_cdc1_utf8.dtd"><請辦單><發文機關><全銜/><機關代碼/></發文機關><請辦事項 急迫="是"><文字>甲</文字></請辦事項></請辦單>';
    expect(readDocument(bytesOf(text), { grammars: [grammar] })).toMatchObject({
      valid: true,
      kind: 'request',
    });
    expect(codes(readDocument(bytesOf(text)).issues)).toEqual(['GRAMMAR_ROOT_UNKNOWN']);
    expect(dtdText(grammar)).toContain('<!ATTLIST 請辦事項 急迫 (是|否) "否">');
    expect(base.elements.請辦單).toBeUndefined();
  });

  it('appends vendor fields that a reader without them passes over', () => {
    const { grammar, issues } = extendGrammar(base, {
      name: '廠商',
      elements: { 檔號: TEXT },
      append: { 函: '檔號?' },
    });
    expect(issues).toEqual([]);
    const bytes = letter({ change: [['</署名>', '</署名><檔號>115/1</檔號>']] });
    expect(readDocument(bytes, { grammars: [grammar] }).valid).toBe(true);
    const plain = readDocument(bytes);
    expect(codes(plain.issues)).toEqual(['GRAMMAR_ELEMENT_UNKNOWN']);
    expect(plain.tree?.children.some((node) => node.type === 'element' && node.name === '檔號')).toBe(true);
  });

  it.each([
    ['a redeclared element', { elements: { 主旨: TEXT } }, ['GRAMMAR_REDECLARED']],
    ['a redeclared attribute', { attributes: { 速別: { 代碼: { type: ['甲'] } } } }, ['GRAMMAR_REDECLARED']],
    ['a name that is none', { elements: { '1號': TEXT } }, ['GRAMMAR_NAME']],
    ['a broken model', { elements: { 甲: { content: '(文字' } } }, ['GRAMMAR_CONTENT']],
    [
      'a model that names nothing declared',
      { elements: { 甲: { content: '(乙)' } } },
      ['GRAMMAR_CONTENT_UNDECLARED'],
    ],
    [
      'an ambiguous model',
      { elements: { 甲: { content: '((文字,字)|(文字,姓名))' } } },
      ['GRAMMAR_CONTENT_AMBIGUOUS'],
    ],
    ['attributes of nothing', { attributes: { 乙: { 丙: { type: 'CDATA' } } } }, ['GRAMMAR_EXTENDS_NOTHING']],
    [
      'a default off its list',
      { elements: { 甲: { content: 'EMPTY', attributes: { 值: { type: ['一'], default: '二' } } } } },
      ['GRAMMAR_DEFAULT'],
    ],
    ['content for an empty element', { append: { 速別: '文字' } }, ['GRAMMAR_CONTENT']],
  ] as const)('reports %s and leaves it out', (_name, extension, expected) => {
    const { issues } = extendGrammar(base, { name: '甲', ...extension });
    expect(issues.map(({ code }) => code)).toEqual(expected);
  });

  it('replaces what the extension says it replaces', () => {
    const { grammar, issues } = extendGrammar(base, {
      name: '甲',
      elements: { 速別: { content: 'EMPTY', attributes: { 代碼: { type: ['最急'] } } } },
      replace: ['速別'],
    });
    expect(issues).toEqual([]);
    expect(checkAgainstGrammar(element('速別', { 代碼: '最急' }), { ...grammar, root: '速別' })).toEqual([]);
  });

  it('reports two extensions that disagree, and lets equal ones pass', () => {
    const first = { name: '甲', elements: { 檔號: TEXT } };
    const other = { name: '乙', elements: { 檔號: { content: 'EMPTY' } }, replace: ['檔號'] };
    const { grammar, issues } = extendGrammar(base, first, { ...first, name: '丙' }, other);
    expect(issues).toMatchObject([
      { code: 'GRAMMAR_CONFLICT', params: { element: '檔號', first: '甲', second: '乙' } },
    ]);
    expect(grammar.elements.檔號.content).toBe('(#PCDATA)');
  });
});
