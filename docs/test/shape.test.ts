import { describe, expect, it } from 'vitest';
import { allPages } from '../build/pages.ts';

const pages = allPages();

/** What every package README answers, in this order. */
const SECTIONS = ['何時使用', '安裝', '使用', '錯誤', '安全', '相容性'];

describe('the shape of pages', () => {
  const guides = pages.filter(({ path }) => path.startsWith('docs/guides/'));

  it.each(guides.map(({ path }) => path))('%s is in Chinese with an English summary', (path) => {
    const { text = '' } = guides.find((page) => page.path === path) ?? {};
    expect(text).toMatch(/^---\ntitle: .+\n---\n\n# .+/);
    expect(text).toMatch(/\n## In English\n\n[A-Z`]/);
  });

  const readmes = pages.filter(({ path }) => /^packages\/[\w-]+\/README\.md$/.test(path));

  it.each(readmes.map(({ path }) => path))('%s answers what every README answers', (path) => {
    const { text = '' } = readmes.find((page) => page.path === path) ?? {};
    const headings = [...text.matchAll(/^## (\S+)/gm)].map(([, heading]) => heading);
    expect(headings.filter((heading) => SECTIONS.includes(heading ?? ''))).toEqual(SECTIONS);
    expect(text).toContain('\n## In English\n');
  });
});
