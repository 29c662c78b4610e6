/** How much of a document is taken in before it is refused; every limit is named in its issue. */
export interface XmlLimits {
  /** Length of the file in bytes. */
  readonly bytes: number;
  /** Elements inside elements. */
  readonly depth: number;
  /** Attributes of one element. */
  readonly attributes: number;
  /** Length of one attribute value in UTF-16 code units. */
  readonly attributeLength: number;
  /** Child elements of one element. */
  readonly children: number;
  /** Declarations in the internal subset. */
  readonly entities: number;
  /** Characters that entity references may add to the document. */
  readonly expansion: number;
  /** Issues that are listed; further ones are only counted. */
  readonly issues: number;
}

/** The limits used where the caller gives none. */
export const DEFAULT_LIMITS: XmlLimits = {
  bytes: 64 * 1024 * 1024,
  depth: 256,
  attributes: 256,
  attributeLength: 10_000_000,
  children: 2_000_000,
  entities: 10_000,
  expansion: 1_000_000,
  issues: 200,
};

/** The limits with the caller's values in place of the defaults. */
export function withDefaults(limits?: Partial<XmlLimits>): XmlLimits {
  if (limits === undefined || limits === DEFAULT_LIMITS) return DEFAULT_LIMITS;
  for (const [name, value] of Object.entries(limits)) {
    if (!(name in DEFAULT_LIMITS)) throw new TypeError(`limits.${name} is not a limit`);
    if (value !== undefined && !(value > 0)) throw new RangeError(`limits.${name} must be a positive number`);
  }
  return { ...DEFAULT_LIMITS, ...limits };
}
