import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Asset } from './assets.ts';
import { answerFormPdf, answerLetterPdf } from './paper-routes.ts';
import { safetyHeaders } from './policy.ts';

export interface AppOptions {
  readonly assets: ReadonlyMap<string, Asset>;
  /** Addresses of the local signing service that the page may ask. */
  readonly services: readonly string[];
}

/** Largest letter or form that is set as PDF, bytes. */
const MOST = 2 * 1024 * 1024;

/** The server: static files, and PDF, whose engine does not run in a browser. It keeps nothing of what it is sent. */
export function createApp({ assets, services }: AppOptions): Hono {
  const app = new Hono();
  const headers = safetyHeaders(services);
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
  });
  app.use('/paper/*', async (context, next) => {
    // Only this page may ask: a foreign page's request carries another origin. Hosts are compared, because a proxy in
    // front of this server may speak TLS.
    const origin = context.req.header('origin') ?? '';
    const own = URL.canParse(origin) && new URL(origin).host === context.req.header('host');
    return own ? next() : context.json({ message: '只接受本站的請求' }, 403);
  });
  app.use('/paper/*', bodyLimit({ maxSize: MOST }));
  app.post('/paper/letter.pdf', answerLetterPdf);
  app.post('/paper/form.pdf', answerFormPdf);
  app.get('*', (context) => {
    const asset = assets.get(context.req.path);
    if (asset === undefined) return context.text('沒有這個頁面', 404);
    const { body, gzip, type, cache } = asset;
    const zipped = gzip !== undefined && /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
    context.header('content-type', type);
    context.header('cache-control', cache);
    context.header('vary', 'accept-encoding');
    if (zipped) context.header('content-encoding', 'gzip');
    return context.body(zipped ? gzip : body);
  });
  return app;
}
