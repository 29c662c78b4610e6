import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file of the built page, in memory. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  /** The same, gzipped; absent for what is compressed already. */
  readonly gzip?: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly cache: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Reads the built page: a few files, all asked for by every visitor, and no path of a request ever reaches the disk. */
export function loadAssets(folder: string, services: readonly string[]): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    assets.set(path === '/index.html' ? '/' : path, toAsset(file, path, services));
  }
  return assets;
}

function toAsset(file: string, path: string, services: readonly string[]): Asset {
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  const raw =
    path === '/index.html' ? withServices(readFileSync(file, 'utf8'), services) : readFileSync(file);
  const body = new Uint8Array(raw);
  const cache = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  return { body, type, cache, ...(!type.startsWith('font/') && { gzip: new Uint8Array(gzipSync(body)) }) };
}

/** Tells the page where the signing service listens. */
function withServices(html: string, [service = '']: readonly string[]): Buffer {
  return Buffer.from(
    html.replace('name="kcc-service" content=""', `name="kcc-service" content="${service}"`),
  );
}
