import type { Certificate } from './certificate.ts';
import type { GeneralName } from './general-name.ts';
import { nameValues, startsWithName } from './name.ts';
import type { NameConstraints } from './name-constraints.ts';

/** Comparisons one path may cost; more is an attack. */
const BUDGET = 250_000;

/** Name constraints gathered on the way down a path, RFC 5280 §6.1.2 (b), (c). */
export interface ConstraintState {
  /** One entry a constraining certificate: a name must lie in each entry that speaks of its kind. */
  readonly permitted: readonly (readonly GeneralName[])[];
  readonly excluded: readonly GeneralName[];
}

export const NO_CONSTRAINTS: ConstraintState = { permitted: [], excluded: [] };

export function addConstraints(
  state: ConstraintState,
  constraints: NameConstraints | undefined,
): ConstraintState {
  if (!constraints) return state;
  return {
    permitted:
      constraints.permitted.length > 0 ? [...state.permitted, constraints.permitted] : state.permitted,
    excluded: [...state.excluded, ...constraints.excluded],
  };
}

/** What a certificate's names violate: the first bad name, `too-complex`, or undefined. */
export function constraintViolation(
  state: ConstraintState,
  certificate: Certificate,
): { readonly name: string } | 'too-complex' | undefined {
  if (state.permitted.length === 0 && state.excluded.length === 0) return undefined;
  const names = namesOf(certificate);
  const size = state.excluded.length + state.permitted.reduce((sum, list) => sum + list.length, 0);
  if (names.length * size > BUDGET) return 'too-complex';
  const bad = names.find((name) => !isAllowed(name, state));
  return bad && { name: describe(bad) };
}

/** Every name a constraint can speak of: the subject, the alternative names, e-mail attributes of the subject. */
function namesOf({ subject, subjectAltNames }: Certificate): GeneralName[] {
  const emails = nameValues(subject, 'emailAddress').map((value): GeneralName => ({ kind: 'email', value }));
  const directory: GeneralName[] = subject.rdns.length > 0 ? [{ kind: 'directory', value: subject }] : [];
  return [...directory, ...subjectAltNames, ...emails];
}

function isAllowed(name: GeneralName, { permitted, excluded }: ConstraintState): boolean {
  if (excluded.some((base) => base.kind === name.kind && matches(name, base, 'excluded'))) return false;
  return permitted.every((list) => {
    const speaking = list.filter((base) => base.kind === name.kind);
    return speaking.length === 0 || speaking.some((base) => matches(name, base, 'permitted'));
  });
}

/** Whether a name lies in a subtree; what cannot be told counts as excluded and as not permitted. */
function matches(name: GeneralName, base: GeneralName, list: 'permitted' | 'excluded'): boolean {
  const unsure = list === 'excluded';
  if (name.kind === 'directory' && base.kind === 'directory') return startsWithName(name.value, base.value);
  if (name.kind === 'dns' && base.kind === 'dns') return dnsMatches(name.value, base.value, list) ?? unsure;
  if (name.kind === 'email' && base.kind === 'email') return emailMatches(name.value, base.value) ?? unsure;
  if (name.kind === 'uri' && base.kind === 'uri') return uriMatches(name.value, base.value) ?? unsure;
  if (name.kind === 'ip' && base.kind === 'ip') return ipMatches(name.value, base.value) ?? unsure;
  return unsure;
}

/** Labels of letters, digits, hyphens and underscores; a dot at the end would hide a host from the comparison. */
const HOST = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/;

function dnsMatches(name: string, base: string, list: 'permitted' | 'excluded'): boolean | undefined {
  const host = name.toLowerCase();
  const domain = base.toLowerCase();
  if (domain === '') return true;
  if (!HOST.test(host.replace(/^\*\./, ''))) return undefined;
  if (domain.startsWith('.')) return list === 'excluded' && host.endsWith(domain);
  if (host === domain || host.endsWith(`.${domain}`)) return true;
  // A wildcard covers one label: it may reach into an excluded subtree that lies one label deeper.
  return (
    list === 'excluded' &&
    host.startsWith('*.') &&
    domain.endsWith(host.slice(1)) &&
    domain.split('.').length === host.split('.').length
  );
}

function emailMatches(address: string, base: string): boolean | undefined {
  const at = address.lastIndexOf('@');
  if (at < 1) return undefined;
  const host = address.slice(at + 1).toLowerCase();
  if (base === '') return true;
  if (!HOST.test(host)) return undefined;
  if (base.includes('@')) {
    const baseAt = base.lastIndexOf('@');
    return address.slice(0, at) === base.slice(0, baseAt) && host === base.slice(baseAt + 1).toLowerCase();
  }
  return hostMatches(host, base.toLowerCase());
}

function uriMatches(uri: string, base: string): boolean | undefined {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:@[\]]+)(?::\d*)?(?:[/?#]|$)/i
    .exec(uri)?.[1]
    ?.toLowerCase();
  if (base === '') return true;
  if (host === undefined || !HOST.test(host) || /^[\d.]+$/.test(host)) return undefined;
  return hostMatches(host, base.toLowerCase());
}

/** A leading dot means every host below, otherwise exactly the host. */
function hostMatches(host: string, base: string): boolean {
  return base.startsWith('.') ? host.endsWith(base) && host.length > base.length : host === base;
}

function ipMatches(address: Uint8Array, base: Uint8Array): boolean | undefined {
  if ((base.length !== 8 && base.length !== 32) || (address.length !== 4 && address.length !== 16))
    return undefined;
  if (base.length !== address.length * 2) return false;
  const mask = base.subarray(address.length);
  if (!isContiguous(mask)) return undefined;
  return address.every(
    (byte, index) => (byte & (mask[index] ?? 0)) === ((base[index] ?? 0) & (mask[index] ?? 0)),
  );
}

/** True for a mask of ones before zeros. */
export function isContiguous(mask: Uint8Array): boolean {
  const bits = Array.from(mask, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return /^1*0*$/.test(bits);
}

function describe(name: GeneralName): string {
  if (name.kind === 'directory') return name.value.text;
  if (name.kind === 'ip') return Array.from(name.value).join('.');
  return name.value;
}
