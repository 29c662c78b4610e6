import type { CodeText } from './code-text.ts';
import type { Position } from './tree.ts';

/** The decoded text that nodes point into, with its lines. */
export class Source {
  readonly code: CodeText;
  /** Replacement texts of the entities that were referred to. */
  #expansions: Map<string, string> | undefined;
  #lineStarts: readonly number[] | undefined;
  #text: string | undefined;

  constructor(code: CodeText) {
    this.code = code;
  }

  /** The whole text. */
  get text(): string {
    this.#text ??= this.code.toString();
    return this.#text;
  }

  get expansions(): Map<string, string> {
    this.#expansions ??= new Map();
    return this.#expansions;
  }

  /** Line and column of an offset; lines end with CR LF, LF or CR. */
  positionAt(offset: number): Position {
    this.#lineStarts ??= findLineStarts(this.code);
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

function findLineStarts(text: CodeText): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.at(at);
    if (code === 10 || (code === 13 && text.at(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
