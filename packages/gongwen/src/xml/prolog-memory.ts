import { CodeText } from './code-text.ts';
import type { Prolog } from './document.ts';
import type { XmlLimits } from './limits.ts';
import { readProlog } from './prolog.ts';
import { createShared, Reader, type Shared } from './reader.ts';

/** Longest prolog that is remembered, in code units. */
const LONGEST = 4096;

/** A prolog that belongs to no document, and what reading it left in the reader. */
interface Known {
  readonly prolog: Prolog;
  readonly shared: Shared;
}

/**
 * The prolog met last. Letters come in rows with the same one, and reading it takes a third of the time of a short
 * letter: one that is met twice running is read once more, from a copy, and shared by the documents that follow.
 */
export class PrologMemory {
  /** A copy of the prolog and the `<` of the root element. */
  #text: CodeText | undefined;
  #known: Known | undefined;

  /** Reads or recalls the prolog; the cursor then stands at the root's `<`. */
  read(reader: Reader): Prolog {
    const { shared } = reader;
    const text = this.#text;
    const again = text !== undefined && beginsWith(reader.text.codes, text);
    const known = again ? this.#readAlone(text, shared.limits) : undefined;
    if (text === undefined || known === undefined) {
      const prolog = readProlog(reader);
      if (!again) this.#note(reader);
      return prolog;
    }
    const { entities, externalDeclarations, expanded } = known.shared;
    shared.entities = entities;
    shared.externalDeclarations = externalDeclarations;
    shared.expanded = expanded;
    reader.pos = text.length - 1;
    return known.prolog;
  }

  /** Undefined where something about the prolog must be said in every document. */
  #readAlone(text: CodeText, limits: XmlLimits): Known | undefined {
    if (this.#known?.shared.limits === limits) return this.#known;
    const shared = createShared(limits);
    const prolog = readProlog(new Reader(text, shared));
    if (shared.issues.length > 0) return undefined;
    freezeAll(prolog);
    this.#known = { prolog, shared };
    return this.#known;
  }

  #note({ text, pos }: Reader): void {
    this.#known = undefined;
    this.#text = undefined;
    if (pos > LONGEST) return;
    const codes = text.codes.slice(0, pos + 2);
    codes[pos + 1] = 0;
    this.#text = new CodeText(codes);
  }
}

function beginsWith(codes: Uint16Array, { codes: prolog, length }: CodeText): boolean {
  for (let at = 0; at < length; at += 1) if (codes[at] !== prolog[at]) return false;
  const next = codes[length];
  return next !== 33 && next !== 63;
}

function freezeAll(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.freeze(value);
  Object.values(value).forEach(freezeAll);
}
