import type { WorkerMessage } from './messages.ts';
import type { WorkerScope } from './worker-scope.ts';

// This file runs as a service worker, whose types cannot stand beside those of a page; the build writes the list
// in front of it.
const worker = globalThis as unknown as WorkerScope;
const { version, page, fonts } = worker.KCC_OFFLINE;
const CACHE = `kcc-web-form-${version}`;
const AT_ONCE = 6;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      await cache.addAll(page.map((path) => new Request(path, { cache: 'reload' })));
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
      await worker.clients.claim();
    })(),
  );
});

/** The page asks for the font once it stands; each slice is fetched once. */
worker.addEventListener('message', (event) => {
  if (event.data !== 'keep-fonts') return;
  const tell = (message: WorkerMessage): void => event.source?.postMessage(message);
  event.waitUntil(keepFonts(tell));
});

async function keepFonts(tell: (message: WorkerMessage) => void): Promise<void> {
  const cache = await caches.open(CACHE);
  let done = 0;
  for (let start = 0; start < fonts.length; start += AT_ONCE) {
    const slices = fonts.slice(start, start + AT_ONCE);
    const results = await Promise.all(slices.map((path) => keep(cache, path)));
    done += results.filter(Boolean).length;
    tell({ kept: done, of: fonts.length });
  }
}

async function keep(cache: Cache, path: string): Promise<boolean> {
  if ((await cache.match(path)) !== undefined) return true;
  return await cache.add(path).then(
    () => true,
    () => false,
  );
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  event.respondWith(answer(request, request.mode === 'navigate' ? '/' : pathname));
});

/** From the cache first: its files belong together; a new version comes with a new worker. */
async function answer(request: Request, path: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? (await fetch(request));
}
