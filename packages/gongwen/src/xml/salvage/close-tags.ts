import { type Fault, type Repaired, salvageIssue } from './repair.ts';

const TOKEN =
  /<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)|<(\/?)([^\s<>/!?]+)[^<>]*?(\/?)>/g;

/** Closes what is open where a file was cut off; a tag that was cut itself is dropped. */
export function closeOpenTags(text: string, fault: Fault): Repaired | undefined {
  const cut = text.lastIndexOf('<');
  const whole = text.indexOf('>', cut) < 0 ? text.slice(0, cut) : text;
  const body = whole.search(/<[^!?\s]/);
  if (body < 0) return undefined;
  const open: string[] = [];
  for (const [, close, name, empty] of whole.slice(body).matchAll(TOKEN)) {
    if (name === undefined || empty === '/') continue;
    if (close !== '/') open.push(name);
    else if (open.at(-1) === name) open.pop();
    else return undefined;
  }
  if (open.length === 0) return undefined;
  const tags = open
    .toReversed()
    .map((name) => `</${name}>`)
    .join('');
  return { text: whole + tags, issues: [salvageIssue('SALVAGE_CLOSED', fault, { tags })] };
}
