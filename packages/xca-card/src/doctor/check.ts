/** A text for people in both languages. */
export interface DoctorText {
  readonly zh: string;
  readonly en: string;
}

/** What the doctor looks at. */
export type CheckId =
  | 'native'
  | 'module'
  | 'architecture'
  | 'service'
  | 'service-version'
  | 'popup'
  | 'trusted-domain'
  | 'reader'
  | 'reader-ccid'
  | 'two-readers'
  | 'virtual-reader'
  | 'card'
  | 'pin'
  | 'expiry'
  | 'clock';

/** One finding of the doctor. */
export interface Check {
  readonly id: CheckId;
  /** True fine, false a problem, null when it cannot be known from here. */
  readonly ok: boolean | null;
  readonly found: DoctorText;
  /** What to do; empty texts when nothing is to be done. */
  readonly advice: DoctorText;
}

const NOTHING: DoctorText = { zh: '', en: '' };

export function fine(id: CheckId, zh: string, en: string): Check {
  return { id, ok: true, found: { zh, en }, advice: NOTHING };
}

export function problem(id: CheckId, found: DoctorText, advice: DoctorText): Check {
  return { id, ok: false, found, advice };
}

export function unknown(id: CheckId, found: DoctorText, advice: DoctorText = NOTHING): Check {
  return { id, ok: null, found, advice };
}
