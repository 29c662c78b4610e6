import { CardError } from '../../errors/card-error.ts';
import type { CardErrorCode } from '../../errors/card-errors.ts';

/** What a session does, for faults to happen at. */
export type SoftOperation = 'readers' | 'open' | 'sign' | 'decrypt' | 'change-pin';

/** Something that goes wrong on purpose. */
export interface Fault {
  readonly on: SoftOperation;
  /** At which call of the operation, counted from 1. Default: every call. */
  readonly call?: number;
  /** Before the card works, or after it has worked and before the answer is out. Default `before`. */
  readonly when?: 'before' | 'after';
  readonly effect:
    | { readonly kind: 'remove' }
    | { readonly kind: 'delay'; readonly ms: number }
    | {
        readonly kind: 'error';
        readonly code: CardErrorCode;
        readonly details?: Readonly<Record<string, unknown>>;
      };
}

/** Plays the faults of a script. */
export interface FaultPlayer {
  /** Counts a call; gives the function to run before and after the work. */
  begin(operation: SoftOperation): (when: 'before' | 'after') => Promise<void>;
}

/** @param remove takes the card out of its reader */
export function createFaultPlayer(faults: readonly Fault[], remove: () => Promise<void>): FaultPlayer {
  const calls = new Map<SoftOperation, number>();
  return {
    begin(operation) {
      const call = (calls.get(operation) ?? 0) + 1;
      calls.set(operation, call);
      const due = faults.filter((fault) => fault.on === operation && (fault.call ?? call) === call);
      return async (when) => {
        for (const fault of due) if ((fault.when ?? 'before') === when) await play(fault.effect, remove);
      };
    },
  };
}

async function play(effect: Fault['effect'], remove: () => Promise<void>): Promise<void> {
  switch (effect.kind) {
    case 'remove':
      return remove();
    case 'delay':
      return new Promise((resolve) => setTimeout(resolve, effect.ms));
    case 'error':
      throw new CardError(effect.code, effect.details ? { details: effect.details } : {});
  }
}
