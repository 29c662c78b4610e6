/** One fenced code block of a Markdown file. */
export interface Fence {
  /** Line of the opening fence, 1-based. */
  readonly line: number;
  readonly language: string;
  /** What stands behind the language, such as `no-run needs a card`. */
  readonly info: string;
  readonly code: string;
  /** Code of a `<!-- setup … -->` comment right before: what a reader already has at this place. */
  readonly setup: string;
}

const BLOCK = /(?:^<!-- setup\n([\s\S]*?)-->\n+)?^```([\w-]*)[ \t]*(.*)\n([\s\S]*?)^```[ \t]*$/gm;

/** Every fenced code block, in order. */
export function fencesOf(markdown: string): readonly Fence[] {
  return [...markdown.matchAll(BLOCK)].map((match) => {
    const [whole, setup = '', language = '', info = '', code = ''] = match;
    const before = markdown.slice(0, match.index) + whole.slice(0, whole.indexOf('```'));
    return { line: before.split('\n').length, language, info: info.trim(), code, setup };
  });
}

/** The text without its fenced blocks and inline code, for looking at links and headings. */
export function withoutCode(markdown: string): string {
  return markdown.replace(BLOCK, '').replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()<>]/g, ' '));
}
