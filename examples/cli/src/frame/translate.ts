import { type Issue, translateIssue } from '@kcc/validators';

type Catalogue = Readonly<Record<string, string>>;

/** The English messages of every package. */
export async function englishCatalogue(): Promise<Catalogue> {
  const parts = await Promise.all([
    import('@kcc/validators/en'),
    import('@kcc/gongwen/en'),
    import('@kcc/xca-card/en'),
    import('@kcc/forms/en'),
    import('@kcc/exchange-client/en'),
  ]);
  return Object.assign({}, ...parts.map((part) => part.en));
}

/** A copy of a JSON value in which every issue speaks English. */
export async function translateValue(value: unknown): Promise<unknown> {
  const catalogue = await englishCatalogue();
  const visit = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(visit);
    if (!isRecord(part)) return part;
    if (isIssue(part)) return translateIssue(part, catalogue);
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, visit(inner)]));
  };
  return visit(value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !(value instanceof Uint8Array) && !(value instanceof Date)
  );
}

function isIssue(value: Record<string, unknown>): value is Record<string, unknown> & Issue {
  return (
    typeof value.code === 'string' && typeof value.severity === 'string' && typeof value.message === 'string'
  );
}
