import { DELIVERY_STATES, type DeliveryState } from '@kcc/exchange-client';
import { tracks } from '@kcc/forms';
import { LIFE_STATE_LABELS, LIFE_TRANSITIONS } from '@kcc/xca-card';
import { canMove } from '../../packages/exchange-client/src/engine/delivery-state.ts';

/** A machine as a picture needs it. */
export interface Machine {
  readonly id: string;
  readonly title: string;
  readonly initial: string;
  readonly states: readonly { readonly id: string; readonly label: string; readonly end: boolean }[];
  readonly moves: readonly { readonly from: string; readonly to: string; readonly event: string }[];
}

function trackMachines(): Machine[] {
  return tracks.map((track) => ({
    id: `track-${track.id}`,
    title: track.title.zh,
    initial: track.initial,
    states: Object.entries(track.states).map(([id, { label, final }]) => ({
      id,
      label: label.zh,
      end: final === true,
    })),
    moves: Object.entries(track.moves).flatMap(([from, events]) =>
      Object.entries(events ?? {}).map(([event, to]) => ({
        from,
        to: String(to),
        event: track.events[event]?.label.zh ?? event,
      })),
    ),
  }));
}

function cardLife(): Machine {
  return {
    id: 'card-life',
    title: '模擬卡的一生',
    initial: 'issued',
    states: Object.entries(LIFE_STATE_LABELS).map(([id, { zh }]) => ({
      id,
      label: zh,
      end: !LIFE_TRANSITIONS.some(({ from }) => from.some((state) => state === id)),
    })),
    moves: LIFE_TRANSITIONS.flatMap(({ step, from, to }) =>
      from.filter((state) => state !== to).map((state) => ({ from: state, to, event: step })),
    ),
  };
}

function delivery(): Machine {
  // The table has exactly the states as keys.
  const names = Object.keys(DELIVERY_STATES) as DeliveryState[];
  return {
    id: 'delivery',
    title: '一件公文對一個受文者',
    initial: 'DRAFT',
    states: names.map((id) => ({ id, label: DELIVERY_STATES[id].zh, end: DELIVERY_STATES[id].end })),
    moves: names.flatMap((from) =>
      names.filter((to) => canMove(from, to)).map((to) => ({ from, to, event: '' })),
    ),
  };
}

/** Every machine that is drawn. */
export function machines(): readonly Machine[] {
  return [...trackMachines(), cardLife(), delivery()];
}

/** Moves between the same two states as one, its events joined. */
export function joinedMoves(machine: Machine): Machine['moves'] {
  const joined = new Map<string, { from: string; to: string; event: string }>();
  for (const { from, to, event } of machine.moves) {
    const key = `${from} ${to}`;
    const known = joined.get(key);
    joined.set(key, { from, to, event: known ? `${known.event}、${event}` : event });
  }
  return [...joined.values()];
}
