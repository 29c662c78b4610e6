// From docs/guides/public-and-not.md; written by docs/build/write-docs.ts.
import { jagentProfile } from '@kcc/exchange-client';

try {
  jagentProfile.seal({} as Parameters<typeof jagentProfile.seal>[0]);
  throw new TypeError('it should refuse');
} catch (error) {
  console.log(error instanceof Error && 'code' in error && error.code); // PROFILE_NOT_PUBLIC
}

export {  };
