import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { loadAssets } from './assets.ts';
import type { WebFormSettings } from './settings.ts';

/** A running server. */
export interface WebFormServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the server on a built page. @throws Error `EADDRINUSE` when the port is taken */
export async function startServer(folder: string, settings: WebFormSettings): Promise<WebFormServer> {
  const { port, host, service } = settings;
  const app = createApp({ assets: loadAssets(folder, [service]), services: [service] });
  return await new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, (address) => {
      const name = host === '127.0.0.1' ? 'localhost' : host;
      resolve({
        url: `http://${name}:${address.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', reject);
  });
}
