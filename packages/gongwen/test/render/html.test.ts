import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/render/html/index.ts';
import { renderText } from '../../src/render/text/index.ts';
import { withoutBlanks } from './support/read-pdf.ts';
import * as samples from './support/sample-letters.ts';

const visibleText = (html: string) =>
  withoutBlanks(
    html
      .replace(/<(style|title)>[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );

describe('renderHtml', () => {
  for (const [name, letter] of Object.entries(samples.sampleLetters)) {
    it(`${name}: shows the letter's own text, markers included`, () => {
      expect(visibleText(renderHtml(letter))).toBe(withoutBlanks(renderText(letter)));
    });
  }

  it('has one h1, headings for the sections, and lists inside lists', () => {
    const html = renderHtml(samples.longLetter);
    expect(html.match(/<h1 /g)).toHaveLength(1);
    expect(html.match(/<h2 /g)?.length).toBeGreaterThanOrEqual(3);
    expect(html).toMatch(/<ol[^>]*><li>(?:(?!<\/li>).)*<\/div><\/li><li>.*?<ol/s);
    expect(html).toContain('<html lang="zh-Hant-TW">');
  });

  it('closes every element', () => {
    for (const letter of Object.values(samples.sampleLetters)) {
      const html = renderHtml(letter, { copy: 'received' });
      for (const element of ['ol', 'li', 'div', 'p', 'span', 'header', 'table', 'tr', 'td', 'article']) {
        const opened = html.match(new RegExp(`<${element}[ >]`, 'g'))?.length ?? 0;
        expect(html.match(new RegExp(`</${element}>`, 'g'))?.length ?? 0, element).toBe(opened);
      }
    }
  });

  it('lets no mark-up of the letter through', () => {
    const html = renderHtml({ ...samples.councilLetter, subject: '<script>alert("x")</script>&' });
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });

  it('gives only the article for a page that has its own style sheet', () => {
    expect(renderHtml(samples.memo, { standalone: false })).toMatch(/^<article [\s\S]*<\/article>$/);
  });
});
