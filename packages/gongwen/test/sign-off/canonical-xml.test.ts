import { execFileSync } from 'node:child_process';
import { describe, expect } from 'vitest';
import { canonicalXml } from '../../src/sign-off/canonical-xml.ts';
import { parseXml } from '../../src/xml/parse.ts';
import { itNeeds } from '../support/foreign-tools.ts';

const documents = {
  'attributes and escapes': `<a z="1" b='2' x:y="3" xmlns:x="urn:x" c="tab&#9;nl&#10;cr&#13;&lt;&amp;&quot;'"><b/>text &gt; &amp; &lt; "q" &#13;</a>`,
  'namespaces that repeat, change and are undone': `<a xmlns="urn:a" xmlns:p="urn:p"><b xmlns="urn:a"><c xmlns="" p:q="1"><p:d xmlns:p="urn:p"/><e xmlns="urn:a" xmlns:p="urn:q"/></c></b></a>`,
  'Chinese names, comments, instructions, CDATA': `<函 乙="2" 甲="1"><!-- note --><?go 公 文?><文字><![CDATA[a < b & c]]></文字>\r\n<空/></函>`,
  'attributes of several namespaces': `<r xmlns:b="urn:1" xmlns:a="urn:2" a:z="1" b:z="2" z="3" xml:lang="zh"><s a:a="" b:a=""/></r>`,
};

/** libxml2's own canonical form; it keeps comments and instructions, which are outside the root here. */
const xmllint = (text: string, flag: string) =>
  execFileSync('xmllint', [flag, '-'], { input: text, encoding: 'utf8' });

describe('canonical XML agrees with libxml2', () => {
  for (const [name, text] of Object.entries(documents)) {
    itNeeds('xmllint', 'libxml2-utils')(name, () => {
      const { document } = parseXml(text);
      if (!document) throw new Error('not well formed');
      expect(canonicalXml(document.root, { comments: true })).toBe(xmllint(text, '--c14n'));
      expect(canonicalXml(document.root, { comments: true, exclusive: true })).toBe(
        xmllint(text, '--exc-c14n'),
      );
    });
  }
});
