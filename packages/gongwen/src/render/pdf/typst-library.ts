/** A compiled document of the engine; only handed back to it. */
export interface TypstDocument {
  readonly numOfPages: number;
}

/** What the engine answers: a document or its complaints. */
export interface TypstResult {
  readonly result: TypstDocument | null;
  hasError(): boolean;
  takeDiagnostics(): { readonly shortDiagnostics: readonly unknown[] } | null;
}

/** The part of a typst compiler that is used here. */
export interface TypstCompiler {
  compile(options: { mainFileContent: string; inputs?: Record<string, string> }): TypstResult;
  pdf(document: TypstDocument, options?: { pdfStandard?: string; creationTimestamp?: number }): Uint8Array;
  plainSvg(document: TypstDocument): string;
  mapShadow(path: string, content: Buffer): void;
  evictCache(maxAge: number): void;
}

/** The part of `@myriaddreamin/typst-ts-node-compiler` that is used here; hand in the module itself. */
export interface TypstLibrary {
  readonly NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): TypstCompiler;
  };
}
