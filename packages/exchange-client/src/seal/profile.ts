import { ExchangeError } from '../exchange-error.ts';
import type { ByteSource } from './byte-source.ts';
import { type OpenedPackage, type OpenOptions, openPackage } from './open-package.ts';
import { sealPackage } from './seal-package.ts';
import type { SealedPackage, SealRequest } from './seal-request.ts';
import { type VerifiedPackage, type VerifyOptions, verifyPackage } from './verify-package.ts';

/** A way to pack and unpack a dispatch. Networks differ; the engine takes one of these as a value. */
export interface ExchangeProfile {
  readonly name: string;
  /** What it is and what it is not, for people. */
  readonly description: string;
  seal(request: SealRequest): SealedPackage;
  verify(source: ByteSource, options: VerifyOptions): Promise<VerifiedPackage>;
  open<T>(source: ByteSource, options: OpenOptions<T>): Promise<OpenedPackage<T>>;
}

/**
 * Declares a profile of another network.
 *
 * @throws TypeError when the name is empty or taken by a built-in profile
 */
export function defineProfile(profile: ExchangeProfile): ExchangeProfile {
  if (profile.name === '' || profile.name === 'reference' || profile.name === 'jagent') {
    throw new TypeError(`profile.name must be a name of its own, not ${JSON.stringify(profile.name)}`);
  }
  return Object.freeze({ ...profile });
}

/** This SDK's own container; not the national wire format. */
export const referenceProfile: ExchangeProfile = {
  name: 'reference',
  description:
    'Reference profile of @kcc/exchange-client; not the national wire format, which is not published.',
  seal: sealPackage,
  verify: verifyPackage,
  open: openPackage,
};

/** jAgent (公文收發模組): its interface is not published, so every call refuses and nothing is simulated. */
export const jagentProfile: ExchangeProfile = {
  name: 'jagent',
  description:
    'The interface of jAgent is not published. This adapter refuses; it sends and simulates nothing.',
  seal: refuse,
  verify: refuse,
  open: refuse,
};

function refuse(): never {
  throw new ExchangeError('PROFILE_UNAVAILABLE', { details: { profile: 'jAgent' } });
}
