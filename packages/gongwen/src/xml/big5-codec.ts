import { type Big5, createBig5 } from './big5.ts';

let codec: Big5 | undefined;

/** The Big5 tables, built on first use. */
export function big5Codec(): Big5 {
  codec ??= createBig5();
  return codec;
}
