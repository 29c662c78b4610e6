import type { EntityExpansions } from './entity-expansion.ts';
import type { Position } from './tree.ts';

/** The decoded text that nodes point into, with its lines. */
export class Source {
  readonly text: string;
  /** Replacement texts of the entities that were referred to. */
  readonly expansions: EntityExpansions;
  #lineStarts: number[] | undefined;

  constructor(text: string, expansions: EntityExpansions) {
    this.text = text;
    this.expansions = expansions;
  }

  /** Line and column of an offset; lines end with CR LF, LF or CR. */
  positionAt(offset: number): Position {
    this.#lineStarts ??= findLineStarts(this.text);
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
  }
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  const lineEnd = /\r\n?|\n/g;
  while (lineEnd.exec(text) !== null) starts.push(lineEnd.lastIndex);
  return starts;
}
