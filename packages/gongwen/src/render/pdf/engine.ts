import { GongwenError } from '../../errors/gongwen-error.ts';
import type { FontFace } from '../fonts/face.ts';
import { type FontChain, loadFontChain } from '../fonts/font-chain.ts';
import type { FontOptions } from '../fonts/font-options.ts';
import { renamedFace } from '../fonts/rename-face.ts';
import { loadTypstLibrary } from './load-library.ts';
import { svgPages } from './svg-pages.ts';
import type { TypstCompiler, TypstDocument, TypstLibrary } from './typst-library.ts';

/** How an engine is opened. */
export interface PdfEngineOptions {
  readonly fonts?: FontOptions;
  /** The engine's native package, where the caller has loaded it. Default: loaded on use. */
  readonly lib?: TypstLibrary;
}

/** Fonts and compiler, ready for many documents; keep one for a batch. */
export interface PdfEngine {
  readonly chain: FontChain;
  /** The family name that typst sources use for a face. */
  familyOf(face: FontFace): string;
  /** Compiles a source. `files` are read by it under their names. @throws GongwenError `PDF_ENGINE_FAILED`. */
  compile(source: string, files?: Readonly<Record<string, Uint8Array>>): TypstDocument;
  /** A tagged PDF/A-2b file of a compiled document. */
  toPdf(document: TypstDocument): Uint8Array;
  /** A drawing of each page of a compiled document. */
  toSvg(document: TypstDocument): string[];
}

/** Results older than this many documents are dropped from the engine's memory. */
const MEMORY_AGE = 8;

/** Where files handed to the engine stand; nothing is read from the disk. */
const WORKSPACE = '/gongwen';

function reasonOf(diagnostics: readonly unknown[] | undefined): string {
  const messages = (diagnostics ?? []).map((entry) =>
    typeof entry === 'object' && entry !== null && 'message' in entry ? String(entry.message) : String(entry),
  );
  return messages.join('; ');
}

function failed(cause: unknown): GongwenError {
  return new GongwenError(
    'PDF_ENGINE_FAILED',
    { reason: cause instanceof Error ? cause.message : String(cause) },
    cause,
  );
}

/**
 * Opens the engine: loads the fonts and the native compiler once for any number of documents.
 *
 * @throws GongwenError `PDF_ENGINE_MISSING`, `FONT_PACKAGE_MISSING`, `FONT_UNREADABLE`.
 */
export async function openPdfEngine(options: PdfEngineOptions = {}): Promise<PdfEngine> {
  const [chain, library] = await Promise.all([
    loadFontChain(options.fonts),
    options.lib ?? loadTypstLibrary(),
  ]);
  const families = new Map<FontFace, string>();
  const blobs: Buffer[] = [];
  for (const face of [...chain.han, ...chain.latin]) {
    if (families.has(face)) continue;
    const family = `gongwen-${families.size}`;
    families.set(face, family);
    blobs.push(Buffer.from(renamedFace(face, family)));
  }
  const compiler = createCompiler(library, blobs);
  const given = new Map<string, Uint8Array>();
  return {
    chain,
    familyOf: (face) => families.get(face) ?? '',
    compile(source, files = {}) {
      for (const [name, bytes] of Object.entries(files)) {
        if (given.get(name) === bytes) continue;
        given.set(name, bytes);
        compiler.mapShadow(`${WORKSPACE}/${name}`, Buffer.from(bytes));
      }
      return compile(compiler, source);
    },
    toPdf: (document) => toPdf(compiler, document),
    toSvg: (document) => svgPages(compiler.plainSvg(document)),
  };
}

function createCompiler(library: TypstLibrary, fontBlobs: Buffer[]): TypstCompiler {
  try {
    return library.NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs }] });
  } catch (cause) {
    throw new GongwenError('PDF_ENGINE_MISSING', {}, cause);
  }
}

function compile(compiler: TypstCompiler, source: string): TypstDocument {
  const compiled = compiler.compile({ mainFileContent: source });
  const document = compiled.result;
  compiler.evictCache(MEMORY_AGE);
  if (document === null || compiled.hasError())
    throw failed(reasonOf(compiled.takeDiagnostics()?.shortDiagnostics));
  return document;
}

function toPdf(compiler: TypstCompiler, document: TypstDocument): Uint8Array {
  try {
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2b' }));
  } catch (cause) {
    throw failed(cause);
  }
}
