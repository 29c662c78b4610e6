import type { CardDriver, CardSession } from '@kcc/xca-card';
import { perform } from '../card/perform.ts';
import { failureOf, ProtocolFailure, RET } from '../protocol/codes.ts';
import type { Outcome, Waiting } from './waiting.ts';

/** What a person decided about a batch. */
export interface Consent {
  /** Entered here, for the requests that brought none. */
  readonly pin?: string;
  /** Consent to use the last PIN try. */
  readonly allowLastTry: boolean;
}

type Failed = Extract<Outcome, { failure: unknown }>;

export interface BatchWorld {
  readonly driver: CardDriver;
  readonly now: () => Date;
  /** Called as each request is done. */
  readonly done: (item: Waiting, outcome: Outcome) => Promise<void>;
}

/**
 * Does every request of a batch, one session a PIN. A PIN that the card refuses ends the batch: the rest fails with the
 * same code and uses no further try.
 */
export async function runBatch(
  items: readonly Waiting[],
  consent: Consent,
  world: BatchWorld,
): Promise<void> {
  let ended: Failed | undefined;
  for (const [pin, group] of byPin(items, consent)) {
    const session = ended ?? (await openSession(group, pin, consent, world));
    if ('failure' in session) {
      ended = session;
      for (const item of group) await world.done(item, session);
      continue;
    }
    try {
      for (const item of group) await world.done(item, await outcomeOf(item, session, world));
    } finally {
      await session.close();
    }
  }
}

function byPin(items: readonly Waiting[], { pin = '' }: Consent): Map<string, Waiting[]> {
  const groups = new Map<string, Waiting[]>();
  for (const item of items) {
    const own = item.job.pin ?? pin;
    groups.set(own, [...(groups.get(own) ?? []), item]);
  }
  return groups;
}

async function openSession(
  [first]: readonly Waiting[],
  pin: string,
  { allowLastTry }: Consent,
  { driver }: BatchWorld,
): Promise<CardSession | Failed> {
  try {
    // The handle of a reader may be stale after a long wait; the card's number must still be the one that was shown.
    const wanted = first?.target.card.number;
    const reader = (await driver.readers()).find(({ card }) => card?.number === wanted);
    if (reader === undefined) throw new ProtocolFailure(RET.noCard, 0x32);
    return await driver.open(reader.id, pin, { allowLastTry });
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

async function outcomeOf({ job }: Waiting, session: CardSession, { now }: BatchWorld): Promise<Outcome> {
  try {
    return { answer: await perform(job, session, now) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}
