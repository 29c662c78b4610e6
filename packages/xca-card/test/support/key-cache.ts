import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fromBase64, toBase64 } from '../../src/der/bytes.ts';
import { createRsaKeyPair, type RsaKeyPair } from '../../src/drivers/soft/gpki/keys.ts';

/** Made on this machine by an earlier test run; never part of the repository. */
const FILE = join(import.meta.dirname, '../../node_modules/.cache/test-keys.json');
const KEPT = 32;

/** Hands out a new RSA-2048 pair with every call; making one takes a tenth of a second or more, so they are kept. */
export function createKeySource(): () => Promise<RsaKeyPair> {
  const kept = load();
  let next = 0;
  return async () => {
    const index = next++;
    const known = kept[index];
    if (known) return { pkcs8: fromBase64(known.pkcs8), spki: fromBase64(known.spki) };
    const pair = await createRsaKeyPair(2048);
    if (index < KEPT) {
      kept[index] = { pkcs8: toBase64(pair.pkcs8), spki: toBase64(pair.spki) };
      if (kept.length > index && !kept.includes(undefined)) save(kept);
    }
    return pair;
  };
}

interface StoredPair {
  readonly pkcs8: string;
  readonly spki: string;
}

function load(): (StoredPair | undefined)[] {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return [];
    throw error;
  }
}

/** A file that another test process wrote meanwhile is as good; the last one stays. */
function save(kept: readonly (StoredPair | undefined)[]): void {
  mkdirSync(dirname(FILE), { recursive: true });
  const temporary = `${FILE}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(kept));
  renameSync(temporary, FILE);
}
