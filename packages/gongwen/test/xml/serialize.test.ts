import { describe, expect, it } from 'vitest';
import { listGrammars } from '../../src/grammar/grammars.ts';
import { element } from '../../src/xml/element.ts';
import { parseXml } from '../../src/xml/parse.ts';
import { serializeNode, serializeXml } from '../../src/xml/serialize.ts';
import { letterText } from '../support/letters.ts';
import { Random } from '../support/random.ts';
import { randomDocument } from '../support/random-document.ts';

const read = (text: string) => {
  const { document } = parseXml(text);
  if (document === undefined) throw new Error('not well formed');
  return document;
};

describe('writing XML', () => {
  it('gives an unchanged document back character for character', () => {
    const random = new Random(11);
    for (const grammar of listGrammars()) {
      for (let time = 0; time < 5; time += 1) {
        const text = randomDocument(grammar, random);
        expect(serializeXml(read(text))).toBe(text);
      }
    }
  });

  it('keeps unchanged parts as written when a part is changed', () => {
    const document = read('<a b=\'1\'>\r\n<c  d = "2" />&#x41;<![CDATA[x]]></a>');
    const changed = { ...document.root, children: [...document.root.children, element('e', {}, ['<&>'])] };
    expect(serializeXml({ ...document, root: changed })).toBe(
      '<a b="1">\r\n<c  d = "2" />&#x41;<![CDATA[x]]><e>&lt;&amp;&gt;</e></a>\n',
    );
  });

  it('writes a built document in one canonical form', () => {
    const root = element('函', { 代碼: 'a"b\n', 無: undefined }, [element('字', {}, ['甲<乙']), '尾']);
    const doctype = {
      name: '函',
      systemId: '104_2_utf8.dtd',
      entities: [{ name: '附件1', systemId: '甲.pdf', notation: '_X' }],
      notations: [{ name: '_X', systemId: '' }],
    };
    const prolog = { declaration: { version: '1.0', encoding: 'UTF-8' }, doctype };
    expect(serializeXml({ prolog, root, epilog: [] })).toBe(
      [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<!DOCTYPE 函 SYSTEM "104_2_utf8.dtd" [',
        '<!ENTITY 附件1 SYSTEM "甲.pdf" NDATA _X>',
        '<!NOTATION _X SYSTEM "">',
        ']>',
        '<函 代碼="a&quot;b&#10;"><字>甲&lt;乙</字>尾</函>\n',
      ].join('\n'),
    );
  });

  it('reads back what it wrote', () => {
    const document = read(letterText());
    const copy = { prolog: document.prolog, root: document.root, epilog: [] };
    const again = read(serializeXml(copy));
    expect(serializeNode(again.root)).toBe(serializeNode(document.root));
    expect(again.prolog.doctype?.entities).toEqual(document.prolog.doctype?.entities);
  });

  it('refuses names that are none', () => {
    expect(() => element('1a')).toThrow(TypeError);
    expect(() => element('a', { 'b c': '' })).toThrow(TypeError);
  });
});
