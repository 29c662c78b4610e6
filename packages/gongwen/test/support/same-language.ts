import { compileParticle, type State } from '../../src/grammar/automaton.ts';
import { type ContentSpec, parseContentSpec } from '../../src/xml/content-spec.ts';

/** True when two content models accept the same sequences of children. */
export function sameLanguage(left: string, right: string): boolean {
  const [a, b] = [parseContentSpec(left).spec, parseContentSpec(right).spec];
  if (a.type !== b.type) return false;
  if (a.type === 'children' && b.type === 'children') {
    return sameStates(compileParticle(a.particle).start, compileParticle(b.particle).start);
  }
  return namesOf(a) === namesOf(b);
}

function namesOf(spec: ContentSpec): string {
  return spec.type === 'mixed' ? [...spec.names].sort().join() : '';
}

/** Walks both automata together: in every pair of states the same names lead on and both may end or neither. */
function sameStates(left: State, right: State): boolean {
  const seen = new Map<State, Set<State>>();
  const waiting: (readonly [State, State])[] = [[left, right]];
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const [a, b] = pair;
    if (seen.get(a)?.has(b)) continue;
    seen.set(a, (seen.get(a) ?? new Set()).add(b));
    if (a.accepts !== b.accepts || a.next.size !== b.next.size) return false;
    for (const [name, next] of a.next) {
      const other = b.next.get(name);
      if (other === undefined) return false;
      waiting.push([next, other]);
    }
  }
  return true;
}
