import type { Particle } from '../xml/content-spec.ts';

/** A state of a content automaton: which element may come next, and whether the parent may end here. */
export interface State {
  readonly accepts: boolean;
  readonly next: ReadonlyMap<string, State>;
}

/** One occurrence of a name in a content model, with the occurrences that may follow it. */
interface Occurrence {
  readonly name: string;
  readonly follow: Set<Occurrence>;
}

interface Part {
  readonly nullable: boolean;
  readonly first: ReadonlySet<Occurrence>;
  readonly last: ReadonlySet<Occurrence>;
}

/** What a content model compiles to. */
export interface Automaton {
  readonly start: State;
  /** A name that the model leaves open which of two occurrences is meant; strict parsers refuse such a model. */
  readonly ambiguous: string | undefined;
}

const MAX_STATES = 10_000;

/** Compiles a content model to a deterministic automaton over child element names. */
export function compileParticle(particle: Particle): Automaton {
  const occurrences: Occurrence[] = [];
  const part = analyse(particle, occurrences);
  return { start: determinise(part), ambiguous: findAmbiguous(part, occurrences) };
}

function analyse(particle: Particle, occurrences: Occurrence[]): Part {
  const part = particle.type === 'name' ? single(particle.name, occurrences) : combine(particle, occurrences);
  if (particle.occurs === '*' || particle.occurs === '+') connect(part.last, part.first);
  const nullable = part.nullable || particle.occurs === '*' || particle.occurs === '?';
  return { ...part, nullable };
}

function single(name: string, occurrences: Occurrence[]): Part {
  const occurrence: Occurrence = { name, follow: new Set() };
  occurrences.push(occurrence);
  const set = new Set([occurrence]);
  return { nullable: false, first: set, last: set };
}

function combine(particle: Exclude<Particle, { type: 'name' }>, occurrences: Occurrence[]): Part {
  const parts = particle.parts.map((part) => analyse(part, occurrences));
  return particle.type === 'choice' ? parts.reduce(either) : parts.reduce(then);
}

function either(left: Part, right: Part): Part {
  return {
    nullable: left.nullable || right.nullable,
    first: new Set([...left.first, ...right.first]),
    last: new Set([...left.last, ...right.last]),
  };
}

function then(left: Part, right: Part): Part {
  connect(left.last, right.first);
  return {
    nullable: left.nullable && right.nullable,
    first: left.nullable ? new Set([...left.first, ...right.first]) : left.first,
    last: right.nullable ? new Set([...left.last, ...right.last]) : right.last,
  };
}

function connect(from: ReadonlySet<Occurrence>, to: ReadonlySet<Occurrence>): void {
  for (const occurrence of from) for (const next of to) occurrence.follow.add(next);
}

interface Building {
  readonly accepts: boolean;
  readonly next: Map<string, State>;
}

function determinise(part: Part): State {
  const order = new Map<Occurrence, number>();
  const numberOf = (occurrence: Occurrence): number => {
    const known = order.get(occurrence) ?? order.size;
    order.set(occurrence, known);
    return known;
  };
  const keyOf = (set: ReadonlySet<Occurrence>) =>
    [...set]
      .map(numberOf)
      .sort((a, b) => a - b)
      .join(' ');
  const states = new Map<string, Building>();
  const open: (() => void)[] = [];
  const stateOf = (set: ReadonlySet<Occurrence>): Building => {
    const key = keyOf(set);
    const known = states.get(key);
    if (known !== undefined) return known;
    if (states.size >= MAX_STATES) throw new RangeError('the content model needs too many states');
    const state: Building = {
      accepts: [...set].some((occurrence) => part.last.has(occurrence)),
      next: new Map(),
    };
    states.set(key, state);
    const targets = new Set([...set].flatMap((occurrence) => [...occurrence.follow]));
    open.push(() => addTransitions(state, targets, stateOf));
    return state;
  };
  const start: Building = { accepts: part.nullable, next: new Map() };
  addTransitions(start, part.first, stateOf);
  for (let work = open.pop(); work !== undefined; work = open.pop()) work();
  return start;
}

function addTransitions(
  state: Building,
  targets: ReadonlySet<Occurrence>,
  stateOf: (set: ReadonlySet<Occurrence>) => State,
): void {
  const byName = new Map<string, Set<Occurrence>>();
  for (const target of targets) {
    const same = byName.get(target.name);
    if (same === undefined) byName.set(target.name, new Set([target]));
    else same.add(target);
  }
  for (const [name, set] of byName) state.next.set(name, stateOf(set));
}

function findAmbiguous(part: Part, occurrences: readonly Occurrence[]): string | undefined {
  for (const set of [part.first, ...occurrences.map(({ follow }) => follow)]) {
    const names = [...set].map(({ name }) => name);
    const twice = names.find((name, at) => names.indexOf(name) !== at);
    if (twice !== undefined) return twice;
  }
  return undefined;
}

/** A way through an automaton. */
export interface Way {
  /** Names of the elements that would have to stand on it. */
  readonly missing: readonly string[];
  /** Where it ends. */
  readonly state: State;
}

/** The shortest way from a state past an element of a name: what would have to stand before it. */
export function wayTo(from: State, name: string): Way | undefined {
  const seen = new Set<State>([from]);
  let level: { readonly state: State; readonly missing: readonly string[] }[] = [
    { state: from, missing: [] },
  ];
  while (level.length > 0) {
    const deeper: typeof level = [];
    for (const { state, missing } of level) {
      const target = state.next.get(name);
      if (target !== undefined) return { missing, state: target };
      for (const [step, next] of state.next) {
        if (seen.has(next)) continue;
        seen.add(next);
        deeper.push({ state: next, missing: [...missing, step] });
      }
    }
    level = deeper;
  }
  return undefined;
}
