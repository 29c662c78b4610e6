import type { ReaderWithCard } from '../card/find-card.ts';
import type { Answer } from '../protocol/answer.ts';
import type { ProtocolFailure } from '../protocol/codes.ts';
import type { Job } from '../protocol/job.ts';
import type { DocumentView } from './document.ts';

/** A request that waits for a person's consent. */
export interface Waiting {
  readonly id: string;
  /** Origin of the page, or `program`. */
  readonly requester: string;
  readonly job: Job;
  readonly view: DocumentView;
  readonly target: ReaderWithCard;
  readonly settle: (outcome: Outcome) => void;
}

export type Outcome = { readonly answer: Answer } | { readonly failure: ProtocolFailure };

/** Requests of one requester for one card: what one consent may cover. */
export interface Batch {
  readonly requester: string;
  readonly target: ReaderWithCard;
  readonly items: readonly Waiting[];
  /** True when a PIN must be entered here, because a request brought none. */
  readonly needsPin: boolean;
}

export function batchesOf(waiting: Iterable<Waiting>): readonly Batch[] {
  const groups = new Map<string, Waiting[]>();
  for (const item of waiting) {
    const key = JSON.stringify([item.requester, item.target.id]);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap((items) => {
    const [first] = items;
    if (first === undefined) return [];
    const needsPin = items.some(({ job }) => job.pin === undefined);
    return [{ requester: first.requester, target: first.target, items, needsPin }];
  });
}
