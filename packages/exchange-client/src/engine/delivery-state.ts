/** State of a dispatch for one recipient, on the sender's side. */
export type DeliveryState =
  | 'DRAFT'
  | 'SEALED'
  | 'QUEUED'
  | 'SENDING'
  | 'INDETERMINATE'
  | 'ACCEPTED_BY_CENTRE'
  | 'DELIVERED'
  | 'CONFIRMED'
  | 'RETURNED'
  | 'EXPIRED'
  | 'FAILED'
  | 'PAPER';

/** Words for people; a program uses the codes. */
export const DELIVERY_STATES = {
  DRAFT: { zh: '草稿', en: 'draft', end: false },
  SEALED: { zh: '已封裝', en: 'sealed', end: false },
  QUEUED: { zh: '待發送', en: 'queued', end: false },
  SENDING: { zh: '發送中', en: 'sending', end: false },
  INDETERMINATE: { zh: '結果不明', en: 'outcome unknown', end: false },
  ACCEPTED_BY_CENTRE: { zh: '交換中心已收', en: 'accepted by the centre', end: false },
  DELIVERED: { zh: '已送達', en: 'delivered', end: false },
  CONFIRMED: { zh: '收文確認', en: 'confirmed', end: true },
  RETURNED: { zh: '退文', en: 'returned', end: true },
  EXPIRED: { zh: '逾期', en: 'expired', end: true },
  FAILED: { zh: '失敗', en: 'failed', end: true },
  PAPER: { zh: '改紙本', en: 'sent on paper', end: true },
} as const satisfies Record<DeliveryState, { zh: string; en: string; end: boolean }>;

const ENDS = ['CONFIRMED', 'RETURNED', 'EXPIRED', 'FAILED'] as const;

const NEXT: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  DRAFT: ['SEALED', 'FAILED'],
  SEALED: ['QUEUED', 'FAILED'],
  QUEUED: ['SENDING', ...ENDS],
  SENDING: ['QUEUED', 'INDETERMINATE', 'ACCEPTED_BY_CENTRE', 'DELIVERED', ...ENDS],
  INDETERMINATE: ['QUEUED', 'SENDING', 'ACCEPTED_BY_CENTRE', 'DELIVERED', ...ENDS],
  ACCEPTED_BY_CENTRE: ['DELIVERED', ...ENDS],
  DELIVERED: [...ENDS],
  // A letter that was received may still be returned by a person; nothing else leaves a confirmation.
  CONFIRMED: ['RETURNED'],
  RETURNED: ['PAPER'],
  EXPIRED: ['PAPER'],
  FAILED: ['PAPER'],
  PAPER: [],
};

// The table has exactly the states as keys.
const ALL = Object.keys(NEXT) as readonly DeliveryState[];

/** True when a delivery may go from one state to the other. */
export function canMove(from: DeliveryState, to: DeliveryState): boolean {
  return NEXT[from].includes(to);
}

/** The states from which a delivery may go to this one. */
export function statesBefore(to: DeliveryState): readonly DeliveryState[] {
  return ALL.filter((from) => NEXT[from].includes(to));
}

/** True for the four ends and for paper; nothing automatic happens after. */
export function hasEnded(state: DeliveryState): boolean {
  return DELIVERY_STATES[state].end;
}

/** True while a person has to look: not confirmed and not on paper. */
export function needsAttention(state: DeliveryState): boolean {
  return state !== 'CONFIRMED' && state !== 'PAPER';
}

export function parseDeliveryState(text: string): DeliveryState {
  if (!(text in DELIVERY_STATES)) throw new TypeError(`unknown delivery state ${text}`);
  // The table has exactly the states as keys.
  return text as DeliveryState;
}
