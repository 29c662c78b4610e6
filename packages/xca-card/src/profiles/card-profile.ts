import type { KeyUse } from '../card/card.ts';

/** How one of the two keys and its certificate are named on a card. */
export interface KeyHint {
  /** CKA_ID, lower-case hex, the preferred one first. */
  readonly ids: readonly string[];
  /** CKA_LABEL of the certificate. */
  readonly labels: readonly string[];
}

/** What a token says about itself; texts are trimmed of all white space, not only blanks. */
export interface TokenText {
  readonly label: string;
  readonly manufacturer: string;
  readonly model: string;
  /** CK_INFO libraryDescription of the module. */
  readonly library: string;
}

/** Facts about one kind of card as a PKCS#11 module or the local service shows it. Data only. */
export interface CardProfile {
  readonly name: string;
  /** For people, such as `HiCOS GPKI card`. */
  readonly title: string;
  /** Matches when every given text is contained in the token's, regardless of case. An empty pattern matches all. */
  readonly token: Readonly<Partial<TokenText>>;
  readonly keys: Readonly<Record<KeyUse, KeyHint>>;
  readonly pin: {
    readonly min: number;
    readonly max: number;
    /** Tries in all; absent when the token never locks or it is not known. */
    readonly tries?: number;
    /**
     * Which CKF_USER_PIN_* flags the token keeps: none that can be relied on, only FINAL_TRY and LOCKED, or also
     * COUNT_LOW, so that no flag means that all tries are left.
     */
    readonly flags: 'none' | 'last-try' | 'all';
    /** Vendor CKR (unsigned 32 bit) that C_Login gives for a wrong PIN → tries left. */
    readonly vendorErrors: Readonly<Record<number, number>>;
  };
  /** Where the facts come from, and what of them was seen on a real card. */
  readonly source: string;
  /** ISO date of the last check. */
  readonly verifiedOn: string;
}

/**
 * Checks a profile of your own, to be passed to a driver before the built-in ones.
 *
 * @throws TypeError when a CKA_ID is not lower-case hex or the PIN lengths make no sense.
 */
export function defineProfile(profile: CardProfile): CardProfile {
  for (const use of ['sign', 'exchange'] as const) {
    for (const id of profile.keys[use].ids) {
      if (!/^(?:[0-9a-f]{2})+$/.test(id))
        throw new TypeError(`profile ${profile.name}: ${use} id is not hex: ${id}`);
    }
  }
  if (!(profile.pin.min >= 1 && profile.pin.max >= profile.pin.min)) {
    throw new TypeError(`profile ${profile.name}: PIN length ${profile.pin.min} to ${profile.pin.max}`);
  }
  return profile;
}

/** The first profile whose pattern fits the token. */
export function profileOf(token: TokenText, profiles: readonly CardProfile[]): CardProfile | undefined {
  return profiles.find(({ token: pattern }) =>
    (['label', 'manufacturer', 'model', 'library'] as const).every((field) => {
      const wanted = pattern[field];
      return wanted === undefined || token[field].toLowerCase().includes(wanted.toLowerCase());
    }),
  );
}
