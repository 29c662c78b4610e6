import type { SqlConnection } from '../store/sql/database.ts';
import type { Route } from './office.ts';
import { findRoute } from './offices.ts';

/** Remembers routes for a moment, so that a thousand letters to one office read it once. */
export interface Routes {
  find(connection: SqlConnection, code: string, unit: string): Promise<Route | undefined>;
  /** An office changed. */
  forget(): void;
}

/** Long enough for a burst of letters, short enough for a change that another process made. */
const KEEP_MS = 1000;

export function createRoutes(): Routes {
  const known = new Map<string, { readonly route: Route; readonly until: number }>();
  return {
    forget: () => known.clear(),
    async find(connection, code, unit) {
      const key = `${code}/${unit}`;
      const kept = known.get(key);
      if (kept !== undefined && performance.now() < kept.until) return kept.route;
      const route = await findRoute(connection, code, unit);
      if (route === undefined) known.delete(key);
      else known.set(key, { route, until: performance.now() + KEEP_MS });
      return route;
    },
  };
}
