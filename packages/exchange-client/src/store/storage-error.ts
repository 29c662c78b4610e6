import { ExchangeError } from '../exchange-error.ts';

/** Turns a driver's error into a coded one; coded errors and programming mistakes pass as they are. */
export function storageError(error: unknown): unknown {
  if (error instanceof ExchangeError || error instanceof TypeError || error instanceof RangeError)
    return error;
  const reason = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/SQLITE_BUSY|SQLITE_LOCKED/.test(code) || /database (table )?is locked/i.test(reason)) {
    return new ExchangeError('DATABASE_BUSY', { cause: error });
  }
  if (code === 'ENOSPC' || code === 'EDQUOT' || /SQLITE_FULL/.test(code) || /disk is full/i.test(reason)) {
    return new ExchangeError('STORAGE_FULL', { cause: error });
  }
  return new ExchangeError('STORAGE_FAILED', { details: { reason }, cause: error });
}
