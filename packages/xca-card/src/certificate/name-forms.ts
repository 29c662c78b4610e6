import type { GeneralName } from './general-name.ts';
import { isContiguous } from './name-constraint-check.ts';

/** Host names of RFC 1034 §3.5, with underscores, which are in use. */
const HOST =
  /^(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*$/i;

/** Whether an alternative name has the form of its kind, RFC 5280 §4.2.1.6. */
export function isWellFormed(name: GeneralName): boolean {
  if (name.kind === 'dns') return HOST.test(name.value.replace(/^\*\./, ''));
  if (name.kind === 'ip') return name.value.length === 4 || name.value.length === 16;
  if (name.kind === 'email') return HOST.test(/^[^@<>\s]+@([^@]+)$/.exec(name.value)?.[1] ?? '');
  if (name.kind === 'uri') return /^[a-z][a-z0-9+.-]*:./i.test(name.value);
  return true;
}

/** Whether the base of a name constraint has the form of its kind, RFC 5280 §4.2.1.10. */
export function isWellFormedBase(base: GeneralName): boolean {
  if (base.kind === 'ip') {
    const half = base.value.length / 2;
    return (half === 4 || half === 16) && isContiguous(base.value.subarray(half));
  }
  if (base.kind === 'dns') return base.value === '' || HOST.test(base.value);
  if (base.kind === 'email' || base.kind === 'uri')
    return base.value === '' || HOST.test(base.value.replace(/^(?:\.|[^@\s]+@)/, ''));
  return true;
}
