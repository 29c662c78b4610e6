import { cardChecks } from './card-checks.ts';
import type { Check } from './check.ts';
import type { DoctorFacts } from './facts.ts';
import { moduleChecks } from './module-checks.ts';
import { readerChecks } from './reader-checks.ts';
import { serviceChecks } from './service-checks.ts';

/** Judges what was seen of a machine: every check with what was found and what to do. Pure; nothing is asked or sent. */
export function examine(facts: DoctorFacts): Check[] {
  return [...moduleChecks(facts), ...serviceChecks(facts), ...readerChecks(facts), ...cardChecks(facts)];
}
