/** Twentieths of a point, the unit of Word's lengths. */
export const twips = (points: number): number => Math.round(points * 20);

/** Font names of the document, escaped for XML; the program that opens it looks for them. */
export interface DocumentFonts {
  readonly han: string;
  readonly latin: string;
}
