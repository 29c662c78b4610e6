import type { Issue } from '@kcc/validators';
import { isCombining } from '../../layout/metrics.ts';
import type { FontChain } from '../fonts/font-chain.ts';
import { GETA } from '../fonts/runs.ts';
import { renderIssue } from '../messages.ts';
import type { PdfEngine, PdfEngineOptions } from './engine.ts';
import { engineFor } from './engine-cache.ts';
import { codeOf, facesOf, type MissingGlyph, type UsedFont } from './glyph-report.ts';
import { typstDate, typstString } from './typst-text.ts';

/** What a typst source is set with. */
export interface TypstOptions extends PdfEngineOptions {
  /** Read by the source as `json("data.json")`. */
  readonly data?: unknown;
  /** Pictures and other files that the source reads under their names, such as `image("seal.svg")`. */
  readonly images?: Readonly<Record<string, Uint8Array>>;
  /** An open engine; without one, the fonts and the compiler are loaded for this call. */
  readonly engine?: PdfEngine;
  /** Date of the document's properties. Default: now. */
  readonly created?: Date;
}

/** A PDF of a typst source. */
export interface RenderedTypst {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly fonts: readonly UsedFont[];
  /** Paths are JSON pointers into `data`, or `source`. The page is not known here and is 0. */
  readonly missingGlyphs: readonly MissingGlyph[];
  readonly issues: readonly Issue[];
}

const LINE_BREAKS = /[\n\r\t]/;

/** Replaces the characters that no face has by {@link GETA} and collects them with their places. */
function coverage(chain: FontChain) {
  const missing = new Map<string, MissingGlyph>();
  const seen = new Set<string>();
  const text = (value: string, path: string): string =>
    [...value]
      .map((character) => {
        const codePoint = character.codePointAt(0) ?? 0;
        seen.add(character);
        if (isCombining(codePoint) || LINE_BREAKS.test(character) || chain.faceFor(codePoint) !== undefined)
          return character;
        missing.set(`${character} ${path}`, { character, code: codeOf(codePoint), path, page: 0 });
        return GETA;
      })
      .join('');
  const data = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') return text(value, path);
    if (Array.isArray(value)) return value.map((entry, index) => data(entry, `${path}/${index}`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, data(entry, `${path}/${name}`)]),
    );
  };
  return { text, data, missing, seen };
}

/** The fonts of the chain as one list: Latin from the first Latin face, the rest from the Han faces in order. */
function fontList(engine: PdfEngine): string {
  const [latin] = engine.chain.latin;
  const first =
    latin === undefined ? '' : `(name:${typstString(engine.familyOf(latin))},covers:"latin-in-cjk"),`;
  const rest = [...engine.chain.han, ...engine.chain.latin].map((face) => typstString(engine.familyOf(face)));
  return `(${first}${rest.join(',')},)`;
}

interface Prepared {
  readonly source: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
  readonly found: ReturnType<typeof coverage>;
}

function prepare(source: string, engine: PdfEngine, options: TypstOptions): Prepared {
  const found = coverage(engine.chain);
  const preamble = [
    `#set document(date:${typstDate(options.created ?? new Date())})`,
    `#set text(lang:"zh",region:"TW",font:${fontList(engine)},fallback:false,cjk-latin-spacing:none)`,
  ].join('\n');
  const text = found.text(source, 'source');
  const data = new TextEncoder().encode(JSON.stringify(found.data(options.data ?? null, '')));
  return { source: `${preamble}\n${text}`, files: { ...options.images, 'data.json': data }, found };
}

/**
 * Sets any typst source with the fonts and the engine of the letters; for papers that are no letters, such as forms.
 *
 * Before the source stand settings for language, fonts (Latin in the Times-metric face, Han in 楷體) and date; the
 * source may change all but the fonts' names.
 *
 * @param source typst markup; it reads `data` as `json("data.json")` and `images` by their names, nothing else.
 * @throws GongwenError `PDF_ENGINE_MISSING`, `FONT_PACKAGE_MISSING`, `FONT_UNREADABLE`, `PDF_ENGINE_FAILED`.
 */
export async function renderTypst(source: string, options: TypstOptions = {}): Promise<RenderedTypst> {
  const engine = await engineFor(options);
  const { source: whole, files, found } = prepare(source, engine, options);
  const document = engine.compile(whole, files);
  const missingGlyphs = [...found.missing.values()];
  return {
    bytes: engine.toPdf(document),
    pages: document.numOfPages,
    fonts: facesOf(found.seen, engine.chain),
    missingGlyphs,
    issues: missingGlyphs.map(({ path, ...params }) => renderIssue('RENDER_GLYPH_MISSING', path, params)),
  };
}

/**
 * The same as pictures: one SVG a page, text as outlines.
 *
 * @throws GongwenError as {@link renderTypst}.
 */
export async function renderTypstSvg(source: string, options: TypstOptions = {}): Promise<string[]> {
  const engine = await engineFor(options);
  const { source: whole, files } = prepare(source, engine, options);
  return engine.toSvg(engine.compile(whole, files));
}
