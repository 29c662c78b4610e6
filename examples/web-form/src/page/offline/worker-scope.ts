import type { OfflineList, WorkerMessage } from './messages.ts';

interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Told extends Waiting {
  readonly data: unknown;
  readonly source: { postMessage(message: WorkerMessage): void } | null;
}

/** The global object of a service worker, as far as it is used. */
export interface WorkerScope {
  /** Written in front of the worker by the build. */
  readonly KCC_OFFLINE: OfflineList;
  readonly location: { readonly origin: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'message', listener: (event: Told) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
