import type { Certificate } from './certificate.ts';
import { isSelfIssued } from './name.ts';
import { OID } from './oids.ts';

/** What the caller demands of policies, RFC 5280 §6.1.1 (c), (e), (f), (g). */
export interface PolicyDemands {
  /** Acceptable policies; undefined or empty: any. */
  readonly initialPolicies?: readonly string[];
  readonly requireExplicitPolicy?: boolean;
  readonly inhibitPolicyMapping?: boolean;
  readonly inhibitAnyPolicy?: boolean;
}

export type PolicyFailure = { readonly at: number; readonly kind: 'policy' | 'mapping' };

interface Node {
  readonly policy: string;
  readonly parents: readonly Node[];
  /** Policies by which the next certificate may speak of this one. */
  expected: ReadonlySet<string>;
}

/** Nodes of one depth by policy: the graph of RFC 9618, which does not grow exponentially as the tree of RFC 5280 does. */
type Level = ReadonlyMap<string, Node>;

interface Counters {
  explicit: number;
  mapping: number;
  any: number;
}

const ANY = OID.anyPolicy;

/**
 * Policy processing along a path, RFC 5280 §6.1.3 (d)–(f), §6.1.4 (a)–(b), (h)–(j) and §6.1.5 (g) in the form of RFC 9618.
 *
 * @param path the certificates below the anchor, the anchor's child first
 * @returns the policies valid for the user (`anyPolicy` where nothing restricts them), or where it fails
 */
export function processPolicies(
  path: readonly Certificate[],
  demands: PolicyDemands,
): { readonly policies: readonly string[] } | PolicyFailure {
  const steps = path.length + 1;
  const counters: Counters = {
    explicit: demands.requireExplicitPolicy ? 0 : steps,
    mapping: demands.inhibitPolicyMapping ? 0 : steps,
    any: demands.inhibitAnyPolicy ? 0 : steps,
  };
  let level: Level = new Map([[ANY, { policy: ANY, parents: [], expected: new Set([ANY]) }]]);
  for (const [index, certificate] of path.entries()) {
    const isLast = index === path.length - 1;
    const selfIssued = isSelfIssued(certificate);
    const anyAllowed = counters.any > 0 || (!isLast && selfIssued);
    level = nextLevel(level, certificate.policies, anyAllowed);
    if (counters.explicit === 0 && level.size === 0) return { at: index, kind: 'policy' };
    if (isLast) {
      if (counters.explicit > 0) counters.explicit -= 1;
      if (certificate.policyConstraints?.requireExplicit === 0) counters.explicit = 0;
      break;
    }
    const mappings = certificate.policyMappings ?? [];
    if (mappings.some(({ issuer, subject }) => issuer === ANY || subject === ANY))
      return { at: index, kind: 'mapping' };
    level = applyMappings(level, mappings, counters.mapping > 0);
    count(counters, certificate, selfIssued);
  }
  const policies = userPolicies(level, demands.initialPolicies ?? []);
  if (counters.explicit === 0 && policies.length === 0) return { at: path.length - 1, kind: 'policy' };
  return { policies };
}

function nextLevel(previous: Level, policies: readonly string[] | undefined, anyAllowed: boolean): Level {
  const level = new Map<string, Node>();
  if (!policies || previous.size === 0) return level;
  const byExpected = groupByExpected(previous);
  const anyParent = previous.get(ANY);
  for (const policy of policies) {
    if (policy === ANY) continue;
    const parents = byExpected.get(policy) ?? (anyParent ? [anyParent] : []);
    if (parents.length > 0) level.set(policy, { policy, parents, expected: new Set([policy]) });
  }
  if (!policies.includes(ANY) || !anyAllowed) return level;
  for (const [policy, parents] of byExpected) {
    if (!level.has(policy)) level.set(policy, { policy, parents, expected: new Set([policy]) });
  }
  return level;
}

function groupByExpected(level: Level): Map<string, Node[]> {
  const groups = new Map<string, Node[]>();
  for (const node of level.values()) {
    for (const policy of node.expected) groups.set(policy, [...(groups.get(policy) ?? []), node]);
  }
  return groups;
}

function applyMappings(
  level: Level,
  mappings: readonly { readonly issuer: string; readonly subject: string }[],
  allowed: boolean,
): Level {
  if (mappings.length === 0) return level;
  const next = new Map(level);
  const targets = new Map<string, Set<string>>();
  for (const { issuer, subject } of mappings)
    targets.set(issuer, (targets.get(issuer) ?? new Set()).add(subject));
  for (const [policy, expected] of targets) {
    const node = level.get(policy);
    const any = level.get(ANY);
    if (!allowed) next.delete(policy);
    else if (node) next.set(policy, { ...node, expected });
    else if (any) next.set(policy, { policy, parents: any.parents, expected });
  }
  return next;
}

/** RFC 5280 §6.1.4 (h), (i), (j). */
function count(counters: Counters, certificate: Certificate, selfIssued: boolean): void {
  if (!selfIssued) {
    counters.explicit = Math.max(0, counters.explicit - 1);
    counters.mapping = Math.max(0, counters.mapping - 1);
    counters.any = Math.max(0, counters.any - 1);
  }
  const { policyConstraints: constraints, inhibitAnyPolicy } = certificate;
  counters.explicit = Math.min(counters.explicit, constraints?.requireExplicit ?? Number.POSITIVE_INFINITY);
  counters.mapping = Math.min(counters.mapping, constraints?.inhibitMapping ?? Number.POSITIVE_INFINITY);
  counters.any = Math.min(counters.any, inhibitAnyPolicy ?? Number.POSITIVE_INFINITY);
}

/** The user-constrained policy set: policies as the authorities below the anchor first named them, cut by the demand. */
function userPolicies(last: Level, initial: readonly string[]): string[] {
  const constrained = new Set<string>();
  const seen = new Set<Node>();
  const visit = (node: Node) => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.policy !== ANY && node.parents.some(({ policy }) => policy === ANY))
      constrained.add(node.policy);
    for (const parent of node.parents) if (parent.policy !== ANY) visit(parent);
  };
  for (const node of last.values()) if (node.policy !== ANY) visit(node);
  const any = last.has(ANY);
  if (initial.length === 0 || initial.includes(ANY)) return [...constrained, ...(any ? [ANY] : [])];
  return initial.filter((policy) => any || constrained.has(policy));
}
