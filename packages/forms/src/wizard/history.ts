/** One thing that happened on a track. */
export interface HistoryEntry {
  readonly event: string;
  /** Day on which it happened, ISO. */
  readonly on: string;
  /** What proves it: a number, a file name, a note. Never a secret. */
  readonly evidence?: string;
  /** Facts that the event asks for, such as `payBy`. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** What a track remembers. */
export interface TrackContext {
  readonly history: readonly HistoryEntry[];
}

/** An event as it is sent to a track. */
export interface TrackEvent extends Omit<HistoryEntry, 'event'> {
  readonly type: string;
}
