import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

describe('the README', () => {
  it('shows the example that runs', async () => {
    const [, block] = /```ts\n([\s\S]*?)```/.exec(read('../README.md')) ?? [];
    expect(block).toBe(read('./support/readme-example.ts'));
    const lines: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      lines.push(String(text));
      return true;
    });
    const { docx, turn, deadlines } = await import('./support/readme-example.ts').finally(() =>
      write.mockRestore(),
    );
    expect(docx?.length).toBeGreaterThan(1000);
    expect(turn).toBe('applicant');
    expect(deadlines[0]).toMatchObject({ id: 'activation', date: '2027-03-10' });
    expect(lines.join('')).toContain('請先上網上傳申請資料');
  });

  it('lists every form of the catalogue', async () => {
    const { forms } = await import('../src/catalogue/forms.ts');
    for (const { id } of forms) expect(read('../README.md')).toContain(`\`${id}\``);
  });
});
