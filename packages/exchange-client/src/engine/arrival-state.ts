/** State of a package on the receiver's side. "Duplicate" is an answer, never a state. */
export type ArrivalState =
  | 'ARRIVING'
  | 'VERIFYING'
  | 'INTERRUPTED'
  | 'REGISTERED'
  | 'HANDED_OVER'
  | 'RETURN_REQUESTED'
  | 'PARKED';

export const ARRIVAL_STATES = {
  ARRIVING: { zh: '接收中', en: 'arriving' },
  VERIFYING: { zh: '驗證中', en: 'verifying' },
  INTERRUPTED: { zh: '接收中斷', en: 'interrupted' },
  REGISTERED: { zh: '已收文', en: 'registered' },
  HANDED_OVER: { zh: '已交收文', en: 'handed over' },
  RETURN_REQUESTED: { zh: '已退文', en: 'return requested' },
  PARKED: { zh: '擱置', en: 'parked' },
} as const satisfies Record<ArrivalState, { zh: string; en: string }>;

/** True once the receipt exists; it never becomes false again. */
export function isRegistered(state: ArrivalState): boolean {
  return state === 'REGISTERED' || state === 'HANDED_OVER' || state === 'RETURN_REQUESTED';
}

export function parseArrivalState(text: string): ArrivalState {
  if (!(text in ARRIVAL_STATES)) throw new TypeError(`unknown arrival state ${text}`);
  // The table has exactly the states as keys.
  return text as ArrivalState;
}
