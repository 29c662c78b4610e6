import { ExchangeError } from '../../exchange-error.ts';

/**
 * What goes wrong: the request is lost (`drop`), its answer is lost (`half-close`), it is handled twice (`duplicate`),
 * items come in another order (`reorder`), it takes time (`delay`), a byte changes (`corrupt`), the answer is an error
 * (`5xx`), the answer trickles (`slow`).
 */
export type FaultKind =
  | 'drop'
  | 'half-close'
  | 'duplicate'
  | 'reorder'
  | 'delay'
  | 'corrupt'
  | '5xx'
  | 'slow';

export const FAULT_KINDS: readonly FaultKind[] = [
  'drop',
  'half-close',
  'duplicate',
  'reorder',
  'delay',
  'corrupt',
  '5xx',
  'slow',
];

/** Calls that a fault may hit. */
export type FaultTarget = 'submit' | 'notice' | 'list' | 'item' | 'acknowledge';

export interface FaultRule {
  readonly fault: FaultKind;
  /** Default: every call. */
  readonly on?: readonly FaultTarget[];
  /** 0 to 1. */
  readonly probability: number;
  /** For `delay` and `slow`, milliseconds. Default 100. */
  readonly ms?: number;
}

export interface FaultPlan {
  readonly rules: readonly FaultRule[];
  /** The same seed gives the same faults for the same calls. Default 1. */
  readonly seed?: number;
}

/** Reads a fault plan from JSON text. */
export function parseFaults(text: string): FaultPlan {
  const fail = (reason: string) => new ExchangeError('CONFIGURATION_INVALID', { details: { reason } });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fail('faults: not JSON');
  }
  if (typeof value !== 'object' || value === null || !('rules' in value) || !Array.isArray(value.rules)) {
    throw fail('faults: rules');
  }
  for (const [index, rule] of value.rules.entries()) {
    const place = `faults: rules[${index}]`;
    if (!FAULT_KINDS.includes(rule?.fault)) throw fail(`${place}.fault (${FAULT_KINDS.join(', ')})`);
    if (!(rule.probability >= 0 && rule.probability <= 1)) throw fail(`${place}.probability (0–1)`);
  }
  // The rules were checked above; unknown extra fields do no harm.
  return value as FaultPlan;
}
