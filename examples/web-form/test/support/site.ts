import { PAGE_FOLDER } from '../../src/build/build-page.ts';
import { startServer, type WebFormServer } from '../../src/server/start.ts';

/** The server on the built page, on any free port. */
export const startSite = (service = 'http://localhost:61161'): Promise<WebFormServer> =>
  startServer(PAGE_FOLDER, { port: 0, host: '127.0.0.1', service });
