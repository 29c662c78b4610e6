/** One row of the open-data address book. It holds no network address and no certificate. */
export interface AddressEntry {
  /** ORGID. */
  readonly code: string;
  /** ORGNAME. */
  readonly name: string;
  /** STATUSCODE: only `T` may be used; what D and F mean is not published. */
  readonly status: string;
  /** UPDATETIME as written. */
  readonly updated: string;
}

/** How two editions of the book differ. */
export interface AddressBookDifferences {
  readonly added: readonly AddressEntry[];
  readonly changed: readonly { readonly before: AddressEntry; readonly after: AddressEntry }[];
  readonly removed: readonly AddressEntry[];
}
