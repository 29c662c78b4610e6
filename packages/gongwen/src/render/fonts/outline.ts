import type { FontFace } from './face.ts';
import { viewOf } from './sfnt.ts';

/** A point of a contour in font units. */
interface Point {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

const ON = 1;
const X_SHORT = 2;
const Y_SHORT = 4;
const REPEAT = 8;
const X_SAME = 16;
const Y_SAME = 32;

function readFlags(view: DataView, at: number, count: number): { flags: number[]; next: number } {
  const flags: number[] = [];
  let next = at;
  while (flags.length < count) {
    const flag = view.getUint8(next++);
    const repeats = (flag & REPEAT) !== 0 ? view.getUint8(next++) : 0;
    for (let times = 0; times <= repeats; times++) flags.push(flag);
  }
  return { flags, next };
}

function readAxis(view: DataView, at: number, flags: readonly number[], short: number, same: number) {
  const values: number[] = [];
  let next = at;
  let value = 0;
  for (const flag of flags) {
    if ((flag & short) !== 0) value += (flag & same) !== 0 ? view.getUint8(next++) : -view.getUint8(next++);
    else if ((flag & same) === 0) {
      value += view.getInt16(next);
      next += 2;
    }
    values.push(value);
  }
  return { values, next };
}

function readContours(glyph: Uint8Array): Point[][] {
  const view = viewOf(glyph);
  const count = view.getInt16(0);
  if (count <= 0) return [];
  const ends = Array.from({ length: count }, (_, index) => view.getUint16(10 + 2 * index));
  const start = 10 + 2 * count;
  const { flags, next } = readFlags(view, start + 2 + view.getUint16(start), (ends.at(-1) ?? -1) + 1);
  const xs = readAxis(view, next, flags, X_SHORT, X_SAME);
  const ys = readAxis(view, xs.next, flags, Y_SHORT, Y_SAME);
  const points = flags.map((flag, index) => ({
    x: xs.values[index] ?? 0,
    y: ys.values[index] ?? 0,
    on: (flag & ON) !== 0,
  }));
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true });

/** A contour as straight and quadratic segments, each beginning where the last ended. */
export interface Segment {
  readonly control?: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
}

/** One closed contour. */
export interface Contour {
  readonly from: { readonly x: number; readonly y: number };
  readonly segments: readonly Segment[];
}

function toContour(points: readonly Point[]): Contour | undefined {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const from = first.on ? first : last.on ? last : middle(last, first);
  const segments: Segment[] = [];
  let control: Point | undefined;
  for (const point of [...(first.on ? points.slice(1) : points), from]) {
    if (point.on) segments.push(control === undefined ? { to: point } : { control, to: point });
    else if (control !== undefined) segments.push({ control, to: middle(control, point) });
    control = point.on ? undefined : point;
  }
  return { from, segments };
}

function glyphData(face: Pick<FontFace, 'tables' | 'characters'>, codePoint: number): Uint8Array | undefined {
  const glyph = face.characters.get(codePoint);
  const [glyf, loca, head] = ['glyf', 'loca', 'head'].map((tag) => face.tables.get(tag));
  if (glyph === undefined || !glyf || !loca || !head) return undefined;
  const long = viewOf(head).getInt16(50) === 1;
  const view = viewOf(loca);
  const offset = (index: number) => (long ? view.getUint32(index * 4) : view.getUint16(index * 2) * 2);
  const data = glyf.subarray(offset(glyph), offset(glyph + 1));
  return data.byteLength > 10 && viewOf(data).getInt16(0) > 0 ? data : undefined;
}

/**
 * The outline of a character, scaled to 1 em, y upwards from the baseline.
 *
 * @returns undefined where the face has no simple TrueType outline for it.
 */
export function outlineOf(
  face: Pick<FontFace, 'tables' | 'characters'>,
  character: string,
): readonly Contour[] | undefined {
  const data = glyphData(face, character.codePointAt(0) ?? 0);
  const head = face.tables.get('head');
  if (data === undefined || head === undefined) return undefined;
  const scale = 1 / viewOf(head).getUint16(18);
  const scaled = readContours(data).map((contour) =>
    toContour(contour.map((point) => ({ x: point.x * scale, y: point.y * scale, on: point.on }))),
  );
  return scaled.filter((contour) => contour !== undefined);
}
