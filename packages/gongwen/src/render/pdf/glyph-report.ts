import type { Issue } from '@kcc/validators';
import type { ParagraphBlock } from '../../layout/document.ts';
import type { Page, PagedDocument, PlacedItem } from '../../layout/pages.ts';
import type { FontFace } from '../fonts/face.ts';
import type { FontChain } from '../fonts/font-chain.ts';
import type { GlyphNote } from '../fonts/runs.ts';
import { renderIssue } from '../messages.ts';

/** A character that no font has, with its place. */
export interface MissingGlyph {
  readonly character: string;
  /** Such as U+2C9B0. */
  readonly code: string;
  /** JSON pointer into the letter. */
  readonly path: string;
  /** From 1. */
  readonly page: number;
}

/** A face that the file embeds. */
export interface UsedFont {
  readonly family: string;
  readonly postscriptName: string;
  /** The package or path it came from. */
  readonly origin: string;
  /** True when it stands in for a face that lacked the character. */
  readonly fallback: boolean;
}

/** A code point as U+ with at least four digits. */
export const codeOf = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

function paragraphsOf(item: PlacedItem): readonly ParagraphBlock[] {
  if (item.type === 'paragraph') return [item.block];
  if (item.type === 'gap') return [];
  return item.rows.flatMap((row) =>
    row.cells.flatMap((cell) => cell.paragraphs.map((placed) => placed.block)),
  );
}

/** Collects what the writer notes while the pages are set. */
export interface GlyphReport {
  note(found: GlyphNote): void;
  turnTo(page: Page): void;
  result(): {
    readonly fonts: readonly UsedFont[];
    readonly missingGlyphs: readonly MissingGlyph[];
    readonly issues: readonly Issue[];
  };
}

export function createGlyphReport(paged: PagedDocument, chain: FontChain): GlyphReport {
  const missing = new Map<string, MissingGlyph>();
  const fallbacks = new Map<number, Issue>();
  let page: Page | undefined;
  /** The block is looked up only for the rare character that is missing. */
  const placeOf = (character: string): string =>
    page?.items
      .flatMap(paragraphsOf)
      .find((block) => block.text.includes(character) || block.label.includes(character))?.path ?? '';
  const note = ({ character, codePoint, face, expected }: GlyphNote) => {
    const code = codeOf(codePoint);
    const path = placeOf(character);
    if (face === undefined)
      missing.set(`${codePoint} ${path}`, { character, code, path, page: page?.number ?? 1 });
    else if (!fallbacks.has(codePoint)) {
      const params = { character, code, expected: expected.family, family: face.family };
      fallbacks.set(codePoint, renderIssue('RENDER_GLYPH_FALLBACK', path, params));
    }
  };
  return {
    note,
    turnTo(next) {
      page = next;
    },
    result() {
      const missingGlyphs = [...missing.values()];
      const issues = missingGlyphs.map(({ path, ...params }) =>
        renderIssue('RENDER_GLYPH_MISSING', path, params),
      );
      return { fonts: usedFonts(paged, chain), missingGlyphs, issues: [...issues, ...fallbacks.values()] };
    },
  };
}

function usedFonts(paged: PagedDocument, chain: FontChain): readonly UsedFont[] {
  const seen = new Set<string>(['第', '1', paged.document.mark]);
  for (const page of paged.pages) {
    for (const { label, text } of page.items.flatMap(paragraphsOf))
      for (const character of label + text) seen.add(character);
  }
  return facesOf(seen, chain);
}

/** The faces that give these characters. */
export function facesOf(characters: Iterable<string>, chain: FontChain): readonly UsedFont[] {
  const used = new Set<FontFace>();
  for (const character of characters) {
    const face = chain.faceFor(character.codePointAt(0) ?? 0);
    if (face !== undefined && character !== '\n') used.add(face);
  }
  const firsts = [chain.han[0], chain.latin[0]];
  return [...used].map((face) => ({
    family: face.family,
    postscriptName: face.postscriptName,
    origin: face.origin,
    fallback: !firsts.includes(face),
  }));
}
