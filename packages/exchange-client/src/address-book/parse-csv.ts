/** Rows of a CSV text (RFC 4180: quotes, doubled quotes, line breaks inside quotes; CRLF or LF). */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let place = text.startsWith('\ufeff') ? 1 : 0;
  while (place < text.length) {
    const { value, next } = text[place] === '"' ? quotedField(text, place + 1) : plainField(text, place);
    row.push(value);
    const mark = text[next];
    if (mark === ',') {
      place = next + 1;
      // A comma at the very end opens one more, empty field.
      if (place === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    place = mark === '\r' && text[next + 1] === '\n' ? next + 2 : next + 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function plainField(text: string, start: number): { readonly value: string; readonly next: number } {
  let next = start;
  while (next < text.length && text[next] !== ',' && text[next] !== '\n' && text[next] !== '\r') next += 1;
  return { value: text.slice(start, next), next };
}

function quotedField(text: string, start: number): { readonly value: string; readonly next: number } {
  let value = '';
  let place = start;
  for (;;) {
    const quote = text.indexOf('"', place);
    if (quote < 0) return { value: value + text.slice(place), next: text.length };
    value += text.slice(place, quote);
    if (text[quote + 1] !== '"') return { value, next: quote + 1 };
    value += '"';
    place = quote + 2;
  }
}
