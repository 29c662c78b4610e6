/** Operating systems for which the service is made. */
export type HipkiPlatform = 'windows' | 'macos' | 'linux';

/** Least versions that public sites ask for; the last part has another scale on each platform. */
export const minimumVersions: Readonly<Record<HipkiPlatform, string>> = {
  windows: '1.3.4.103328',
  macos: '1.3.4.13',
  linux: '1.3.4.3',
};

/** Where and when the figures were seen. */
export const minimumVersionsSource = {
  source: 'public sites that use the service',
  verifiedOn: '2026-11-23',
} as const;

/** Compares dotted versions number by number; missing parts count as 0. Negative when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0 && !Number.isNaN(difference)) return difference;
  }
  return 0;
}

/** True when the version is at least the least one of the platform. */
export function isRecentEnough(
  version: string,
  platform: HipkiPlatform,
  minimum: Readonly<Record<HipkiPlatform, string>> = minimumVersions,
): boolean {
  return compareVersions(version, minimum[platform]) >= 0;
}
