/** What is registered of an office that takes part in the exchange. */
export interface DirectoryEntry {
  readonly code: string;
  readonly unit: string;
  readonly name: string;
  /** DER of every certificate that may sign for it (cert1); the whole certificate is compared. */
  readonly signingCertificates: readonly Uint8Array[];
  /** DER of every certificate that may open its packages (cert2). */
  readonly encryptionCertificates: readonly Uint8Array[];
}

/** Finds registered offices: the exchange centre's address book, or a fixed list. */
export interface Directory {
  find(code: string, unit: string): Promise<DirectoryEntry | undefined>;
}

/** A directory over a fixed list. */
export function fixedDirectory(entries: readonly DirectoryEntry[]): Directory {
  const byKey = new Map(entries.map((entry) => [`${entry.code}/${entry.unit}`, entry]));
  return { find: async (code, unit) => byKey.get(`${code}/${unit}`) ?? byKey.get(`${code}/`) };
}
