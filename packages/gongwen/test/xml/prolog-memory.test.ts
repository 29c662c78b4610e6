import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/xml/element.ts';
import { parseXml } from '../../src/xml/parse.ts';

const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE 函 SYSTEM "104_2_utf8.dtd" [
<!ENTITY 府 "嘉禾市政府">
<!ENTITY ATTCH1 SYSTEM "a.pdf" NDATA _X>
<!NOTATION _X SYSTEM "">
]>
`;

/** Reads a text three times: afresh, as it is met again, and recalled. */
function thrice(text: string, limits?: Parameters<typeof parseXml>[1]) {
  return [1, 2, 3].map(() => parseXml(text, limits));
}

describe('a prolog met again', () => {
  it('is the same for every document', () => {
    const [first, , third] = thrice(`${HEAD}<函>&府;</函>`);
    expect(third?.document?.prolog).toEqual(first?.document?.prolog);
    expect(third?.document?.prolog.doctype?.subset).toContain('ATTCH1');
    expect(third?.document?.prolog.doctype?.start).toEqual({ line: 2, column: 1, offset: 39 });
  });

  it('gives the entities it declares, and only to documents that have it', () => {
    for (const { document } of thrice(`${HEAD}<函>&府;</函>`)) {
      expect(document && textOf(document.root)).toBe('嘉禾市政府');
    }
    const other = HEAD.replace('嘉禾市政府', '禾嘉市政府');
    const changed = parseXml(`${other}<函>&府;</函>`).document;
    expect(changed && textOf(changed.root)).toBe('禾嘉市政府');
    expect(parseXml('<函>&府;</函>').issues[0]?.code).toBe('XML_ENTITY_UNKNOWN');
  });

  it('cannot be changed by who got it', () => {
    const prolog = thrice(`${HEAD}<函/>`)[2]?.document?.prolog;
    expect(() => Object.assign(prolog?.doctype?.entities[0] ?? {}, { name: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(prolog?.doctype?.entities ?? [], { length: 0 })).toThrow(TypeError);
  });

  it('is blamed in every document', () => {
    const text = `${HEAD.replace('a.pdf', 'a.pdf#page')}<函/>`;
    for (const { issues, wellFormed } of thrice(text)) {
      expect(issues.map(({ code }) => code)).toEqual(['XML_SYSTEM_ID_FRAGMENT']);
      expect(wellFormed).toBe(false);
    }
  });

  it('keeps its comments at their places in every document', () => {
    const documents = thrice(`<!-- 稿 -->${HEAD.slice(HEAD.indexOf('<!D'))}<函/>`);
    expect(documents.map(({ document }) => document?.prolog.other?.length)).toEqual([1, 1, 1]);
  });

  it('still counts against narrower limits', () => {
    const text = `${HEAD}<函/>`;
    expect(thrice(text).every(({ document }) => document !== undefined)).toBe(true);
    expect(parseXml(text, { entities: 1 }).issues[0]?.code).toBe('XML_LIMIT');
    expect(parseXml(text).document).toBeDefined();
  });

  it('does not hide what follows it', () => {
    const codes = ['<函/>', '<!DOCTYPE 函>', '<?稿?><函/>', '<', ''].map((rest) => {
      thrice(`${HEAD}<函/>`);
      return parseXml(`${HEAD}${rest}`).issues[0]?.code;
    });
    expect(codes).toEqual([undefined, 'XML_BEFORE_ROOT', undefined, 'XML_UNEXPECTED_END', 'XML_NO_ROOT']);
  });
});
