/** An object of a PDF file: its dictionary as text and, where it has one, its stream unpacked. */
export interface PdfObject {
  readonly dictionary: string;
  readonly stream?: Uint8Array;
}

const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

/** Unpacks a Flate stream; undefined where it is damaged. */
async function inflate(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const packed = new Blob([Uint8Array.from(bytes)])
      .stream()
      .pipeThrough(new DecompressionStream('deflate'));
    return new Uint8Array(await new Response(packed).arrayBuffer());
  } catch {
    return undefined;
  }
}

const BEGIN = /(\d+)\s+\d+\s+obj\b/g;

/** Where the stream of an object lies; a length that is written elsewhere is found by its end. */
function streamAt(text: string, start: number, dictionary: string): readonly [number, number] | undefined {
  const head = /^stream\r?\n/.exec(text.slice(start, start + 10));
  if (!head) return undefined;
  const from = start + head[0].length;
  const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1];
  const to = length === undefined ? text.indexOf('endstream', from) : from + Number(length);
  return to < from ? undefined : [from, to];
}

/** Every object of a file, those inside object streams included. Encrypted files give nothing useful. */
export async function readPdfObjects(bytes: Uint8Array): Promise<readonly PdfObject[]> {
  const text = latin1(bytes);
  const found: PdfObject[] = [];
  BEGIN.lastIndex = 0;
  for (let match = BEGIN.exec(text); match; match = BEGIN.exec(text)) {
    const start = match.index + match[0].length;
    const streamStart = text.indexOf('stream', start);
    const end = text.indexOf('endobj', start);
    if (end < 0) break;
    if (streamStart < 0 || streamStart > end) {
      found.push({ dictionary: text.slice(start, end) });
      BEGIN.lastIndex = end;
      continue;
    }
    const dictionary = text.slice(start, streamStart);
    const place = streamAt(text, streamStart, dictionary);
    if (!place) continue;
    BEGIN.lastIndex = place[1];
    const packed = bytes.subarray(...place);
    const stream = /\/FlateDecode/.test(dictionary) ? await inflate(packed) : packed;
    found.push({ dictionary, ...(stream && { stream }) });
    if (stream && /\/Type\s*\/ObjStm/.test(dictionary)) found.push(...inside(dictionary, latin1(stream)));
  }
  return found;
}

/** The objects of an object stream. */
function inside(dictionary: string, text: string): readonly PdfObject[] {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? 0);
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
  const offsets = numbers.filter((_, index) => index % 2 === 1);
  return offsets.map((offset, index) => ({
    dictionary: text.slice(first + offset, first + (offsets[index + 1] ?? text.length - first)),
  }));
}
