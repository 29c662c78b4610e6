import { Cursor } from '../der/cursor.ts';
import { childrenOf, DerError, readWhole } from '../der/element.ts';
import { contextPrimitiveTag, TAG } from '../der/tags.ts';
import { oidOf, smallIntegerOf } from '../der/values.ts';
import { OID } from './oids.ts';

/** The policy extensions of RFC 5280 §4.2.1.4, 4.2.1.5, 4.2.1.11 and 4.2.1.14. */
export interface PolicyValues {
  /** Policy OIDs; undefined when the certificate has no certificatePolicies. */
  readonly policies?: readonly string[];
  readonly policyMappings?: readonly { readonly issuer: string; readonly subject: string }[];
  readonly policyConstraints?: { readonly requireExplicit?: number; readonly inhibitMapping?: number };
  /** SkipCerts of inhibitAnyPolicy. */
  readonly inhibitAnyPolicy?: number;
}

export function readPolicyValues(lookup: (oid: string) => Uint8Array | undefined): PolicyValues {
  const policies = lookup(OID.certificatePolicies);
  const mappings = lookup(OID.policyMappings);
  const constraints = lookup(OID.policyConstraints);
  const inhibit = lookup(OID.inhibitAnyPolicy);
  return {
    ...(policies && { policies: readPolicies(policies) }),
    ...(mappings && { policyMappings: readMappings(mappings) }),
    ...(constraints && { policyConstraints: readConstraints(constraints) }),
    ...(inhibit && { inhibitAnyPolicy: smallIntegerOf(readWhole(inhibit, TAG.integer)) }),
  };
}

function readPolicies(value: Uint8Array): string[] {
  const oids = childrenOf(readWhole(value, TAG.sequence)).map((child) => {
    const cursor = Cursor.of(child);
    const oid = oidOf(cursor.next());
    cursor.optional(TAG.sequence);
    cursor.done();
    return oid;
  });
  if (oids.length === 0 || new Set(oids).size !== oids.length) throw new DerError('bad certificatePolicies');
  return oids;
}

function readMappings(value: Uint8Array): { issuer: string; subject: string }[] {
  const mappings = childrenOf(readWhole(value, TAG.sequence)).map((child) => {
    const cursor = Cursor.of(child);
    const issuer = oidOf(cursor.next());
    const subject = oidOf(cursor.next());
    cursor.done();
    return { issuer, subject };
  });
  if (mappings.length === 0) throw new DerError('empty policyMappings');
  return mappings;
}

function readConstraints(value: Uint8Array): { requireExplicit?: number; inhibitMapping?: number } {
  const cursor = Cursor.of(readWhole(value));
  const requireExplicit = cursor.optional(contextPrimitiveTag(0));
  const inhibitMapping = cursor.optional(contextPrimitiveTag(1));
  cursor.done();
  if (!requireExplicit && !inhibitMapping) throw new DerError('empty policyConstraints');
  return {
    ...(requireExplicit && { requireExplicit: smallIntegerOf(requireExplicit) }),
    ...(inhibitMapping && { inhibitMapping: smallIntegerOf(inhibitMapping) }),
  };
}
