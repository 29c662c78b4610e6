import type { LayoutDocument } from '../../layout/document.ts';
import { layoutLetter } from '../../layout/layout-letter.ts';
import { resolveLayout } from '../../layout/options.ts';
import type { PaperLetter, PaperOptions } from '../../layout/paper-type.ts';
import { escapeMarkup } from '../markup.ts';
import { createMemory } from '../remember.ts';
import { hasEdgeMarks, loadSheetDrawings } from '../sheet-drawings.ts';
import { deflatedEntry, storedEntry, writeZip, type ZipEntry } from '../zip/zip.ts';
import { createAutomaticStyles } from './automatic-styles.ts';
import { bodyXml, gapStylesXml, tableStylesXml } from './body-xml.ts';
import { type DocumentFonts, fontFaces, NAMESPACES, VERSION, XML_DECLARATION } from './names.ts';
import { type StylesOptions, stylesXml } from './styles-xml.ts';

/** How an odt is made. */
export interface OdtOptions extends PaperOptions {
  /** Real lists (`native`), or markers as text (`literal`). Default `native`. */
  readonly numbering?: 'native' | 'literal';
  /** Name of the Han font. Default 標楷體. */
  readonly hanFont?: string;
  /** Name of the Latin font. Default Times New Roman. */
  readonly latinFont?: string;
  /** Date of the document's properties. Default: now. */
  readonly created?: Date;
}

const MIMETYPE = 'application/vnd.oasis.opendocument.text';

const MANIFEST = [
  `${XML_DECLARATION}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">`,
  `<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="${MIMETYPE}"/>`,
  ...['content.xml', 'styles.xml', 'meta.xml'].map(
    (name) => `<manifest:file-entry manifest:full-path="${name}" manifest:media-type="text/xml"/>`,
  ),
  '</manifest:manifest>',
].join('\n');

function contentXml(document: LayoutDocument, fonts: DocumentFonts, native: boolean): string {
  const styles = createAutomaticStyles();
  const body = bodyXml(document, { fonts, styles }, native);
  const automatic = `${styles.xml()}${tableStylesXml(document)}${gapStylesXml(document)}`;
  return [
    `${XML_DECLARATION}<office:document-content ${NAMESPACES} ${VERSION}>`,
    fontFaces(fonts),
    `<office:automatic-styles>${automatic}</office:automatic-styles>`,
    `<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
  ].join('\n');
}

function metaXml(document: LayoutDocument, created: Date): string {
  const date = created.toISOString().slice(0, 19);
  return [
    `${XML_DECLARATION}<office:document-meta ${NAMESPACES} ${VERSION}><office:meta>`,
    '<meta:generator>@kcc/gongwen</meta:generator>',
    `<dc:title>${escapeMarkup(document.title)}</dc:title>`,
    `<meta:initial-creator>${escapeMarkup(document.issuer)}</meta:initial-creator>`,
    `<meta:creation-date>${date}</meta:creation-date><dc:date>${date}</dc:date>`,
    `<dc:language>${document.language}</dc:language></office:meta></office:document-meta>`,
  ].join('');
}

const remembered = createMemory<ZipEntry>(16);

/** The styles part, the same for all letters of the same look. */
function stylesEntry(document: LayoutDocument, options: StylesOptions): Promise<ZipEntry> {
  const { page, bindingLine, pageNumbers, mark } = document;
  const edges = hasEdgeMarks(document);
  const key = JSON.stringify([page, bindingLine, pageNumbers, mark, edges, options]);
  return remembered.get(key, async () => {
    const drawings = await loadSheetDrawings(document, edges);
    return deflatedEntry('styles.xml', stylesXml(document, drawings, escapeMarkup(mark), options));
  });
}

/**
 * A letter as an OpenDocument text (ODF 1.2, CNS 15251) with real styles and lists.
 *
 * The document names its fonts and does not embed them. Letters that are equal give files that are equal, byte by
 * byte, when `created` is given.
 *
 * @throws GongwenError `FONT_PACKAGE_MISSING` when the binding line is asked for and the font it is drawn from is
 * not installed.
 */
export async function renderOdt(letter: PaperLetter, options: OdtOptions = {}): Promise<Uint8Array> {
  const {
    numbering = 'native',
    hanFont = '標楷體',
    latinFont = 'Times New Roman',
    created = new Date(),
  } = options;
  const fonts = { han: escapeMarkup(hanFont), latin: escapeMarkup(latinFont) };
  const { brackets, bodyPitchPt } = resolveLayout(options);
  const document = layoutLetter(letter, options);
  const styles = await stylesEntry(document, { fonts, brackets, bodyPitchPt });
  return writeZip([
    storedEntry('mimetype', MIMETYPE),
    deflatedEntry('content.xml', contentXml(document, fonts, numbering === 'native')),
    styles,
    deflatedEntry('meta.xml', metaXml(document, created)),
    deflatedEntry('META-INF/manifest.xml', MANIFEST),
  ]);
}
