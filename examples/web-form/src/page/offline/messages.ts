/** Which files the service worker keeps. */
export interface OfflineList {
  readonly version: string;
  readonly page: readonly string[];
  readonly fonts: readonly string[];
}

/** What the service worker tells the page. */
export interface WorkerMessage {
  readonly kept: number;
  readonly of: number;
}
