import { z } from 'zod';

/** One line of text. */
export const line = (maximum: number) =>
  z
    .string()
    .min(1)
    .max(maximum)
    .regex(/^[^\r\n]*$/);

/** Text over several lines. */
export const text = (maximum: number) => z.string().min(1).max(maximum);

/** A box that must be ticked. */
export const ticked = z.literal(true);
