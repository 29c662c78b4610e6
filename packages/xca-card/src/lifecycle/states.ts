/** Where a card stands between application and end. */
export type LifeState = 'issued' | 'active' | 'locked' | 'suspended' | 'revoked' | 'expired' | 'renewed';

/** What moves a card from one state to another. */
export type LifeStep =
  | 'open'
  | 'lock'
  | 'unlock'
  | 'reset-pin'
  | 'suspend'
  | 'resume'
  | 'revoke'
  | 'renew'
  | 'expire';

export interface LifeTransition {
  readonly step: LifeStep;
  readonly from: readonly LifeState[];
  readonly to: LifeState;
  /** Who does it. Only the PIN can be dealt with at one's own desk; the rest goes through the authority. */
  readonly by: 'holder' | 'authority' | 'time';
  readonly zh: string;
}

/** Labels of the states. */
export const LIFE_STATE_LABELS = {
  issued: { zh: '已核發，未開卡', en: 'issued, not opened' },
  active: { zh: '使用中', en: 'in use' },
  locked: { zh: 'PIN 碼鎖定', en: 'PIN locked' },
  suspended: { zh: '停用', en: 'suspended' },
  revoked: { zh: '廢止', en: 'revoked' },
  expired: { zh: '逾期', en: 'expired' },
  renewed: { zh: '已展期，原卡用至到期', en: 'renewed; the old card stays valid to its expiry' },
} as const satisfies Record<LifeState, { readonly zh: string; readonly en: string }>;

/** Every step a card can take. */
export const LIFE_TRANSITIONS: readonly LifeTransition[] = [
  { step: 'open', from: ['issued'], to: 'active', by: 'authority', zh: '以用戶代碼開卡' },
  { step: 'lock', from: ['active', 'renewed'], to: 'locked', by: 'holder', zh: 'PIN 碼連續錯誤 3 次' },
  { step: 'unlock', from: ['locked'], to: 'active', by: 'authority', zh: '以用戶代碼解鎖' },
  {
    step: 'reset-pin',
    from: ['active', 'locked'],
    to: 'active',
    by: 'authority',
    zh: '以用戶代碼重設 PIN 碼',
  },
  { step: 'suspend', from: ['issued', 'active', 'locked'], to: 'suspended', by: 'authority', zh: '停用' },
  { step: 'resume', from: ['suspended'], to: 'active', by: 'authority', zh: '復用' },
  { step: 'renew', from: ['active'], to: 'renewed', by: 'authority', zh: '到期前 60 日內展期' },
  {
    step: 'revoke',
    from: ['issued', 'active', 'locked', 'suspended', 'renewed'],
    to: 'revoked',
    by: 'authority',
    zh: '公文及申請書申請廢止',
  },
  {
    step: 'expire',
    from: ['active', 'locked', 'suspended', 'renewed'],
    to: 'expired',
    by: 'time',
    zh: '六年期滿',
  },
];

/** Steps that are possible from a state. */
export function stepsFrom(state: LifeState): readonly LifeTransition[] {
  return LIFE_TRANSITIONS.filter(({ from }) => from.includes(state));
}
