const DRAW_AFTER_MS = 1000;
const REDRAW_MS = 100;
const WIDTH = 24;

/** A progress bar on a terminal; silent elsewhere and for work shorter than a second. */
export function createProgress(
  streamOf: () => NodeJS.WritableStream & { readonly isTTY?: boolean },
  wanted: boolean,
): { show(done: number, total: number, label: string): void; clear(): void } {
  let started: number | undefined;
  let drawn = 0;
  const clear = () => {
    if (drawn > 0) streamOf().write('\r\u001b[K');
    drawn = 0;
  };
  const show = (done: number, total: number, label: string) => {
    if (!wanted) return;
    const now = performance.now();
    started ??= now;
    if (done >= total) {
      clear();
      started = undefined;
      return;
    }
    if (now - started < DRAW_AFTER_MS || now - drawn < REDRAW_MS) return;
    const stream = streamOf();
    if (stream.isTTY !== true) return;
    drawn = now;
    const filled = Math.round((done / Math.max(total, 1)) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    stream.write(`\r\u001b[K${bar} ${done}/${total} ${label}`);
  };
  return { show, clear };
}
