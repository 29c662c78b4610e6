import type { Message } from './message.ts';

/** Who must act (輪到誰). */
export type Turn = 'applicant' | 'council' | 'certificate-authority' | 'city' | 'exchange-service' | 'nobody';

/** One state of a track. */
export interface TrackState {
  readonly label: Message;
  readonly turn: Turn;
  /** What the one whose turn it is has to do. */
  readonly next: Message;
  /** Forms that must be ready before the track can go on. */
  readonly papers?: readonly string[];
  readonly final?: boolean;
  /** Ids of the specification. */
  readonly sources: readonly string[];
}

/** One event: something that a person or an authority did, with its date and evidence. */
export interface TrackEventType {
  readonly label: Message;
  readonly by: Turn;
  /** What proves it, such as a case number, a receipt, a posting slip. */
  readonly evidence?: Message;
  /** An extra fact that must be given, such as the payment deadline that the site shows. */
  readonly asks?: { readonly name: string; readonly label: Message; readonly kind: 'date' | 'text' };
  readonly sources: readonly string[];
}

/** A deadline: computed and shown, never enforced. */
export interface TrackDeadline {
  readonly id: string;
  readonly label: Message;
  /** The event it counts from. */
  readonly starts: string;
  /** The events that end it. */
  readonly ends: readonly string[];
  /** How the day is found: days or months or years after the event, or a date that the event carries. */
  readonly due:
    | { readonly days: number }
    | { readonly months: number }
    | { readonly years: number; readonly orFact?: string }
    | { readonly fact: string; readonly days?: number };
  readonly note: Message;
  readonly sources: readonly string[];
}

/** One machine of the way as data: states, events, and where each event leads. */
export interface Track<State extends string = string, Event extends string = string> {
  readonly id: string;
  readonly title: Message;
  readonly initial: State;
  readonly states: Readonly<Record<State, TrackState>>;
  readonly events: Readonly<Record<Event, TrackEventType>>;
  /** State → event → next state. */
  readonly moves: Readonly<Partial<Record<State, Readonly<Partial<Record<Event, State>>>>>>;
  readonly deadlines: readonly TrackDeadline[];
}

/** Keeps the exact names of a track. */
export function defineTrack<const State extends string, const Event extends string>(
  track: Track<State, Event>,
): Track<State, Event> {
  return track;
}
