import { describe, expect, it } from 'vitest';
import { attributeOf, childElements, textOf } from '../../src/xml/element.ts';
import { parseXml } from '../../src/xml/parse.ts';

const fault = (text: string) => {
  const { document, issues } = parseXml(text);
  expect(document).toBeUndefined();
  const issue = issues.at(-1);
  return [issue?.code, issue?.line, issue?.column];
};

const root = (text: string) => {
  const { document, issues } = parseXml(text);
  expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (document === undefined) throw new Error('not well formed');
  return document.root;
};

describe('reading XML', () => {
  it('gives elements, attributes and text with their places', () => {
    const text = '<函>\n  <字 a="1"\n b="二">甲</字><空/>尾</函>';
    const node = root(text);
    expect(node.children.map(({ type }) => type)).toEqual(['text', 'element', 'element', 'text']);
    const [first, second] = childElements(node);
    expect(first?.start).toEqual({ line: 2, column: 3, offset: 6 });
    expect(first?.endOffset).toBe(text.indexOf('<空'));
    expect(first && attributeOf(first, 'b')).toBe('二');
    expect(second?.children).toEqual([]);
    expect(textOf(node)).toBe('\n  甲尾');
  });

  it('replaces references, opens CDATA and makes line ends LF', () => {
    const node = root('<a>1&lt;2&#x516C;&#25991;\r\n3\r<![CDATA[<&]]>4</a>');
    expect(textOf(node)).toBe('1<2公文\n3\n<&4');
    expect(node.children).toHaveLength(1);
  });

  it('normalises white space of attribute values, but not of character references', () => {
    expect(root('<a b="1\t2\r\n3&#10;4"/>').attributes).toEqual([{ name: 'b', value: '1 2 3\n4' }]);
  });

  it('expands internal entities, also those with mark-up', () => {
    const node = root('<!DOCTYPE a [<!ENTITY x "甲"><!ENTITY y "<b>&x;</b>乙">]><a c="&x;">1&y;2&x;</a>');
    expect(node.attributes[0]?.value).toBe('甲');
    expect(node.children.map((child) => (child.type === 'text' ? child.value : child.type))).toEqual([
      '1',
      'element',
      '乙',
      '2甲',
    ]);
  });

  it('reads the prolog, the entities and the notations, and opens nothing', () => {
    const { document } = parseXml(
      '<?xml version="1.0" encoding="Big5" standalone="no"?><!-- a --><?b c?>\n<!DOCTYPE 函 PUBLIC "p" "x.dtd" [<!ENTITY % 標籤 SYSTEM "t.ent">%標籤;<!ENTITY 附件1 SYSTEM "檔 案.pdf" NDATA _X><!NOTATION _X SYSTEM "">]><函/><!--z-->',
    );
    expect(document?.prolog.declaration).toEqual({ version: '1.0', encoding: 'Big5', standalone: 'no' });
    expect(document?.prolog.doctype).toMatchObject({
      name: '函',
      systemId: 'x.dtd',
      publicId: 'p',
      entities: [
        { name: '標籤', parameter: true, systemId: 't.ent' },
        { name: '附件1', systemId: '檔 案.pdf', notation: '_X' },
      ],
      notations: [{ name: '_X', systemId: '' }],
    });
    expect(document?.prolog.other?.map(({ type, value }) => [type, value])).toEqual([
      ['comment', ' a '],
      ['instruction', 'b c'],
    ]);
    expect(document?.epilog).toMatchObject([{ type: 'comment', value: 'z' }]);
  });

  it('keeps references that nothing declares when the DTD could declare them', () => {
    const { document, issues } = parseXml('<!DOCTYPE a SYSTEM "x.dtd"><a>1&foo;2</a>');
    expect(document && textOf(document.root)).toBe('1&foo;2');
    expect(issues).toMatchObject([{ code: 'XML_ENTITY_UNKNOWN', severity: 'error', line: 1, column: 32 }]);
  });

  it.each([
    ['<a>\n&b</a>', 'XML_RAW_AMPERSAND', 2, 1],
    ['<a>1 < 2</a>', 'XML_RAW_LESS_THAN', 1, 6],
    ['<a>\n<b></a>', 'XML_TAG_MISMATCH', 2, 4],
    ['<a><b>', 'XML_UNEXPECTED_END', 1, 7],
    ['<a b=1/>', 'XML_EXPECTED', 1, 6],
    ['<a b="1"c="2"/>', 'XML_SPACE_MISSING', 1, 9],
    ['<a b="1" b="2"/>', 'XML_ATTRIBUTE_TWICE', 1, 10],
    ['<a b="<"/>', 'XML_ATTRIBUTE_LESS_THAN', 1, 7],
    ['<a>]]></a>', 'XML_CDATA_END', 1, 4],
    ['<a>\u0001</a>', 'XML_CHARACTER', 1, 4],
    ['<a>\ud800</a>', 'XML_CHARACTER', 1, 4],
    ['<a>&#0;</a>', 'XML_REFERENCE_CHARACTER', 1, 4],
    ['<a>&b;</a>', 'XML_ENTITY_UNKNOWN', 1, 4],
    ['<a><!-- -- --></a>', 'XML_COMMENT', 1, 9],
    ['<a><?xml ?></a>', 'XML_INSTRUCTION', 1, 4],
    ['<a/><b/>', 'XML_AFTER_ROOT', 1, 5],
    ['文<a/>', 'XML_BEFORE_ROOT', 1, 1],
    ['  ', 'XML_NO_ROOT', 1, 3],
    ['<?xml version="2.0"?><a/>', 'XML_DECLARATION', 1, 1],
    ['<!DOCTYPE a [<!ENTITY #A1# SYSTEM "x" NDATA y>]><a/>', 'XML_DOCTYPE_NAME', 1, 23],
    ['<!DOCTYPE a [<!ENTITY x "&y;"><!ENTITY y "&x;">]><a>&x;</a>', 'XML_ENTITY_RECURSIVE', 1, 1],
    ['<!DOCTYPE a [<!ENTITY x "<b>">]><a>&x;</a>', 'XML_ENTITY_MARKUP', 1, 36],
    ['<!DOCTYPE a [<!ENTITY x SYSTEM "f" NDATA n>]><a>&x;</a>', 'XML_ENTITY_UNPARSED', 1, 49],
  ])('says where %j stops being well formed', (text, code, line, column) => {
    expect(fault(text)).toEqual([code, line, column]);
  });

  it('refuses what is over a limit, and names it', () => {
    const over = (limits: object, text: string) => parseXml(text, limits).issues.at(-1)?.params;
    expect(over({ depth: 2 }, '<a><b><c/></b></a>')).toMatchObject({ limit: 'depth', maximum: 2 });
    expect(over({ attributes: 1 }, '<a b="" c=""/>')).toMatchObject({ limit: 'attributes' });
    expect(over({ attributeLength: 3 }, '<a b="1234"/>')).toMatchObject({
      limit: 'attributeLength',
      actual: 4,
    });
    expect(over({ children: 2 }, '<a><b/><b/><b/></a>')).toMatchObject({ limit: 'children' });
    expect(over({ entities: 1 }, '<!DOCTYPE a [<!ENTITY b ""><!ENTITY c "">]><a/>')).toMatchObject({
      limit: 'entities',
    });
    expect(over({ expansion: 5 }, '<!DOCTYPE a [<!ENTITY b "1234">]><a>&b;&b;</a>')).toMatchObject({
      limit: 'expansion',
    });
    expect(() => parseXml('<a/>', { depth: 0 })).toThrow(RangeError);
    expect(() => parseXml('<a/>', { width: 1 } as object)).toThrow(TypeError);
  });
});
