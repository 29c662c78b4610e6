import type { Message, SavedTrack, Track, TrackStatus } from '@kcc/forms';
import type { Command, Context, OptionValues } from '../../frame/command.ts';
import { CliError } from '../../frame/failure.ts';
import { describeStatus, describeTrack } from './flow-text.ts';
import { asOfDate, DATA_OPTIONS, textOption } from './options.ts';

/** `form flow ID`: the steps of a form's way, whose turn it is, what is missing; with `--state` a saved progress. */
export const flowCommand: Command = {
  path: ['form', 'flow'],
  summary: { zh: '流程：步驟、輪到誰、期限、缺什麼', en: 'steps, states, deadlines, whose turn' },
  usage:
    'ID [--state FILE] [--record EVENT --on DATE [--evidence TEXT] [--fact NAME=VALUE]…] [--ready ID]… [--ics PATH] [--as-of DATE]',
  options: {
    'as-of': DATA_OPTIONS['as-of'],
    state: { type: 'string' },
    record: { type: 'string' },
    on: { type: 'string' },
    evidence: { type: 'string' },
    fact: { type: 'string', multiple: true },
    ready: { type: 'string', multiple: true },
    ics: { type: 'string' },
    track: { type: 'string' },
  },
  args: [1, 1],
  run: async (context, [id = ''], options) => {
    const tracks = await tracksFor(id, textOption(options, 'track'));
    const state = textOption(options, 'state');
    if (state === undefined) return overview(context, id, tracks);
    const [track, ...others] = tracks;
    if (track === undefined) throw new CliError('USAGE', 'usage', `「${id}」沒有流程`);
    if (others.length > 0)
      throw new CliError(
        'USAGE',
        'usage',
        `請用 --track 指定流程：${tracks.map((each) => each.id).join('、')}`,
      );
    return progress(context, track, state, options);
  },
};

/** Tracks by their own id, or those on which a form is needed. */
async function tracksFor(id: string, only: string | undefined): Promise<Track[]> {
  const { findForm, tracks, tracksOfForm } = await import('@kcc/forms');
  const own = tracks.filter((track) => track.id === id);
  const found = own.length > 0 ? own : tracksOfForm(findForm(id).id);
  return only === undefined ? found : found.filter((track) => track.id === only);
}

async function overview(context: Context, id: string, tracks: readonly Track[]) {
  const lang = context.lang === 'en' ? 'en' : 'zh';
  const json = {
    id,
    tracks: tracks.map((track) => ({
      id: track.id,
      title: track.title[lang],
      initial: track.initial,
      states: Object.entries(track.states).map(([name, state]) => ({
        id: name,
        label: state.label[lang],
        turn: state.turn,
        next: state.next[lang],
        papers: state.papers ?? [],
        final: state.final ?? false,
        events: Object.entries(track.moves[name] ?? {}).map(([event, to]) => ({ event, to })),
      })),
      deadlines: track.deadlines.map(({ label, note, ...rest }) => ({
        ...rest,
        label: label[lang],
        note: note[lang],
      })),
    })),
  };
  return {
    json,
    text: tracks.map((track) => describeTrack(track, lang)).join('\n\n') || '這張表單沒有流程。',
  };
}

async function progress(context: Context, track: Track, path: string, options: OptionValues) {
  const { advanceTrack, deadlinesToCalendar, resumeTrack, startTrack, trackStatus } = await import(
    '@kcc/forms'
  );
  const event = textOption(options, 'record');
  let saved: SavedTrack = await load(context, path, (json) => resumeTrack(track, json), startTrack(track));
  const asOf = await asOfDate(context, options);
  if (event !== undefined) {
    const evidence = textOption(options, 'evidence');
    saved = advanceTrack(track, saved, {
      type: event,
      on: textOption(options, 'on') ?? asOf,
      ...(evidence === undefined ? {} : { evidence }),
      facts: factsOf(options),
    });
    await context.writeOutput(path, `${JSON.stringify(saved, null, 2)}\n`, true);
  }
  const status: TrackStatus = trackStatus(track, saved, { asOf, ready: listOf(options, 'ready') });
  const lang = context.lang === 'en' ? 'en' : 'zh';
  const ics = textOption(options, 'ics');
  if (ics !== undefined) {
    const calendar = deadlinesToCalendar(status.deadlines, { now: context.now(), lang });
    await context.writeOutput(ics, calendar, options.force === true);
  }
  return {
    json: inOneLanguage({ ...status, history: saved.history }, lang),
    text: describeStatus(status, saved, lang),
  };
}

async function load<T>(context: Context, path: string, read: (json: unknown) => T, otherwise: T): Promise<T> {
  const bytes = await context.readInput(path).catch(() => undefined);
  if (bytes === undefined) return otherwise;
  try {
    return read(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new CliError('DATA_UNREADABLE', 'document', `「${path}」不是可讀的 JSON`, { path });
  }
}

function listOf(options: OptionValues, name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value : [];
}

function factsOf(options: OptionValues): Record<string, string> {
  return Object.fromEntries(
    listOf(options, 'fact').map((fact) => {
      const at = fact.indexOf('=');
      if (at < 1) throw new CliError('USAGE', 'usage', `--fact 應為 名稱=內容，收到「${fact}」`);
      return [fact.slice(0, at), fact.slice(at + 1)];
    }),
  );
}

/** Every text in both languages becomes the one that was asked for. */
function inOneLanguage(value: unknown, lang: keyof Message): unknown {
  if (Array.isArray(value)) return value.map((entry) => inOneLanguage(entry, lang));
  if (typeof value !== 'object' || value === null) return value;
  if ('zh' in value && 'en' in value) return value[lang];
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, inOneLanguage(entry, lang)]));
}
