import { realSlots } from './hipki-reader.ts';
import type { HipkiInfo } from './reply.ts';
import { type HipkiPlatform, isRecentEnough, minimumVersions } from './versions.ts';

/** What the service says about this computer. */
export interface HipkiEnvironment {
  readonly version: string;
  readonly library: string;
  /** Least version of the platform, when the platform is known. */
  readonly minimum?: string;
  /** False when the version is below it. */
  readonly recentEnough?: boolean;
  readonly readers: readonly {
    readonly name: string;
    readonly cardNumber?: string;
    /** A card is in that the service does not know, or it is the wrong way round. */
    readonly unknownCard: boolean;
  }[];
}

export function checkEnvironment(info: HipkiInfo, platform?: HipkiPlatform): HipkiEnvironment {
  return {
    version: info.version,
    library: info.library,
    ...(platform === undefined
      ? {}
      : { minimum: minimumVersions[platform], recentEnough: isRecentEnough(info.version, platform) }),
    readers: realSlots(info).map(({ description, token, unknownToken }) => ({
      name: description,
      unknownCard: unknownToken,
      ...(token === undefined ? {} : { cardNumber: token.serial }),
    })),
  };
}
