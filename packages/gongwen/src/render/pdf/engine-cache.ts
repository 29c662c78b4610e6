import { createMemory } from '../remember.ts';
import { openPdfEngine, type PdfEngine, type PdfEngineOptions } from './engine.ts';

/** Engines kept open; each holds its fonts (13 MB for the bundled ones). */
const engines = createMemory<PdfEngine>(3);

/** What names an engine; undefined for one that was opened with bytes or a library handed in. */
function keyOf({ fonts = {}, lib }: PdfEngineOptions): string | undefined {
  const sources = [...(fonts.han ?? []), ...(fonts.latin ?? [])];
  const named = lib === undefined && sources.every((source) => typeof source === 'string');
  return named ? JSON.stringify([fonts.han, fonts.latin, fonts.folders, fonts.cacheFolder]) : undefined;
}

/**
 * An engine for these options: the one opened before for the same fonts, or a new one.
 *
 * A memory of prepared fonts and nothing else; whoever wants to rule over it opens an engine and hands it in.
 */
export async function engineFor(
  options: PdfEngineOptions & { readonly engine?: PdfEngine },
): Promise<PdfEngine> {
  if (options.engine !== undefined) return options.engine;
  const key = keyOf(options);
  if (key === undefined) return openPdfEngine(options);
  return engines.get(key, () => openPdfEngine(options));
}
