/** XML namespaces of an ODF text document. */
export const namespaces = [
  ['office', 'urn:oasis:names:tc:opendocument:xmlns:office:1.0'],
  ['style', 'urn:oasis:names:tc:opendocument:xmlns:style:1.0'],
  ['text', 'urn:oasis:names:tc:opendocument:xmlns:text:1.0'],
  ['table', 'urn:oasis:names:tc:opendocument:xmlns:table:1.0'],
  ['fo', 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'],
  ['svg', 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ');

const fontFaces =
  '<office:font-face-decls>' +
  '<style:font-face style:name="Times New Roman" svg:font-family="\'Times New Roman\'"/>' +
  '<style:font-face style:name="標楷體" svg:font-family="標楷體"/>' +
  '</office:font-face-decls>';

/** styles.xml of every sheet: A4, margins of 20 mm, 標楷體 with Times New Roman. */
export const stylesXml =
  `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${namespaces} office:version="1.2">${fontFaces}` +
  '<office:styles><style:default-style style:family="paragraph">' +
  '<style:text-properties style:font-name="Times New Roman" style:font-name-asian="標楷體" fo:font-size="12pt" ' +
  'style:font-size-asian="12pt" fo:language="en" fo:country="US" style:language-asian="zh" style:country-asian="TW"/>' +
  '</style:default-style><style:style style:name="Standard" style:family="paragraph"/></office:styles>' +
  '<office:automatic-styles><style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" ' +
  'fo:page-height="297mm" fo:margin-top="20mm" fo:margin-bottom="20mm" fo:margin-left="20mm" fo:margin-right="20mm"/>' +
  '</style:page-layout></office:automatic-styles>' +
  '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>' +
  '</office:document-styles>';
