import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withoutCode } from '../build/fences.ts';
import { allPages } from '../build/pages.ts';
import { ROOT } from '../build/root.ts';

/** The anchor that a heading gets on a code host. */
function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function anchorsOf(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const anchors = new Set<string>();
  for (const [, heading = ''] of text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#{1,6} +(.+)$/gm)) {
    const base = anchorOf(heading);
    const count = seen.get(base) ?? 0;
    seen.set(base, count + 1);
    anchors.add(count === 0 ? base : `${base}-${count}`);
  }
  return anchors;
}

function deadLinks(path: string, text: string): string[] {
  const dead: string[] = [];
  for (const [, target = ''] of withoutCode(text).matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)) {
    if (/^(https?|mailto):/.test(target)) continue;
    const [file = '', anchor] = target.split('#');
    const full = file === '' ? join(ROOT, path) : resolve(ROOT, dirname(path), decodeURIComponent(file));
    if (!existsSync(full)) dead.push(`${path}: ${target}`);
    else if (anchor !== undefined && statSync(full).isFile()) {
      if (!anchorsOf(readFileSync(full, 'utf8')).has(decodeURIComponent(anchor)))
        dead.push(`${path}: ${target}`);
    }
  }
  return dead;
}

describe('links in Markdown', () => {
  const pages = allPages();

  it('lead to files and headings that are there', () => {
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.flatMap(({ path, text }) => deadLinks(path, text))).toEqual([]);
  });

  it('reach every guide from the page of guides', () => {
    const index = readFileSync(join(ROOT, 'docs/guides/index.md'), 'utf8');
    const missing = pages
      .map(({ path }) => path)
      .filter((path) => path.startsWith('docs/guides/') && !path.endsWith('/index.md'))
      .filter((path) => !index.includes(`(${path.slice('docs/guides/'.length)})`));
    expect(missing).toEqual([]);
  });
});
