/** Documents made to exhaust a reader, by name; each is made when it is asked for. */
export function hostileDocuments(): Readonly<Record<string, () => Uint8Array>> {
  const laughs = Array.from(
    { length: 12 },
    (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
  ).join('');
  const quadratic = `<!ENTITY q "${'a'.repeat(50_000)}">`;
  const chain = Array.from({ length: 9000 }, (_, at) => `<!ENTITY c${at + 1} "&c${at};">`).join('');
  const markup = Array.from(
    { length: 12 },
    (_, at) => `<!ENTITY m${at + 1} "${`<條列>&m${at};</條列>`.repeat(5)}">`,
  ).join('');
  return {
    laughs: () => inLetter('&l12;', `<!ENTITY l0 "ha">${laughs}`),
    markup: () => inLetter('&m12;', `<!ENTITY m0 "">${markup}`),
    quadratic: () => inLetter('&q;'.repeat(20_000), quadratic),
    'quadratic in an attribute': () => inLetter(`<段落 段名="${'&q;'.repeat(20_000)}"/>`, quadratic),
    chain: () => inLetter('&c9000;', `<!ENTITY c0 "x">${chain}`),
    '5,000 levels': () => inLetter(`${'<條列>'.repeat(5000)}${'</條列>'.repeat(5000)}`),
    '3 MB attribute': () => inLetter(`<段落 段名="${'字'.repeat(1_000_000)}"/>`),
    '200,000 siblings': () => inLetter('<署名/>'.repeat(200_000)),
    '200,000 siblings in turn': () => inLetter('<全銜/><正本/>'.repeat(100_000)),
    '200,000 strangers': () => inLetter('<x y="z"/>'.repeat(200_000)),
    '3 MB name': () => inLetter(`<${'名'.repeat(1_000_000)}/>`),
    '100,000 brackets': () => inLetter('', `<!ELEMENT a ${'('.repeat(100_000)}>`),
    'comment without end': () => inLetter(`<!--${'a'.repeat(3_000_000)}`),
  };
}

function inLetter(body: string, subset = ''): Uint8Array {
  return new TextEncoder().encode(`<!DOCTYPE 函 SYSTEM "104_2_utf8.dtd" [${subset}]><函>${body}</函>`);
}
