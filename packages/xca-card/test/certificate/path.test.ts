import { describe, expect, it } from 'vitest';
import { validatePath } from '../../src/certificate/validate-path.ts';
import { AT } from '../support/forge.ts';
import { chain, longChain } from '../support/path-cases.ts';

describe('RFC 5280 §6: paths that hold', () => {
  it('accepts the chains of the refused cases without their defects', async () => {
    for (const made of [await chain({}), await longChain({})]) {
      const result = await validatePath(made.leaf, { ...made, at: AT });
      expect(result.issues).toEqual([]);
      expect(result.valid).toBe(true);
    }
  });
});
