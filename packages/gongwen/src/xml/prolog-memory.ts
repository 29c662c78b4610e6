import { CodeText } from './code-text.ts';
import type { Prolog } from './document.ts';
import { readProlog } from './prolog.ts';
import { NO_ENTITIES, Reader, type Shared } from './reader.ts';

/** Longest prolog that is remembered, in code units. */
const LONGEST = 4096;

/** A prolog that belongs to no document, and what reading it left in the reader. */
interface Known {
  readonly prolog: Prolog;
  readonly shared: Shared;
  /** False where something about it must be said in every document. */
  readonly silent: boolean;
}

/**
 * The prolog met last. Letters come in rows with the same one, and reading it takes a third of the time of a short
 * letter: one that is met twice running is read once more, from a copy, and shared by the documents that follow.
 */
export class PrologMemory {
  /** The prolog and the `<` of the root element. */
  readonly #codes = new Uint16Array(LONGEST);
  #length = 0;
  #known: Known | undefined;

  /** Reads or recalls the prolog; the cursor then stands at the root's `<`. */
  read(reader: Reader): Prolog {
    if (!this.#isNext(reader.text)) {
      const prolog = readProlog(reader);
      this.#note(reader);
      return prolog;
    }
    this.#known ??= readAlone(this.#codes.slice(0, this.#length + 1), reader);
    const { prolog, shared, silent } = this.#known;
    if (!silent || shared.limits !== reader.shared.limits) return readProlog(reader);
    reader.shared.entities = shared.entities;
    reader.shared.externalDeclarations = shared.externalDeclarations;
    reader.shared.expanded = shared.expanded;
    reader.pos = this.#length - 1;
    return prolog;
  }

  #isNext({ codes }: CodeText): boolean {
    const length = this.#length;
    for (let at = 0; at < length; at += 1) if (codes[at] !== this.#codes[at]) return false;
    const next = codes[length];
    return length > 0 && next !== 33 && next !== 63;
  }

  #note({ text, pos }: Reader): void {
    this.#length = 0;
    this.#known = undefined;
    if (pos + 2 > LONGEST) return;
    this.#codes.set(text.codes.subarray(0, pos + 1));
    this.#length = pos + 1;
    this.#codes[this.#length] = 0;
  }
}

function readAlone(codes: Uint16Array, { shared: { limits } }: Reader): Known {
  const shared: Shared = {
    limits,
    issues: [],
    entities: NO_ENTITIES,
    externalDeclarations: false,
    open: [],
    expanded: 0,
    strictlyMalformed: false,
  };
  const prolog = readProlog(new Reader(new CodeText(codes), shared));
  const silent = shared.issues.length === 0 && !shared.strictlyMalformed && prolog.other?.length === 0;
  freeze(prolog);
  return { prolog, shared, silent };
}

function freeze(prolog: Prolog): void {
  const { declaration, doctype, other } = prolog;
  const { entities = [], notations = [], elements = [], attributes = [] } = doctype ?? {};
  for (const part of [...entities, ...notations, ...elements, ...attributes]) Object.freeze(part);
  for (const part of [entities, notations, elements, attributes, other, declaration, doctype, prolog])
    Object.freeze(part);
}
