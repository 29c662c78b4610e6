import { describe, expect, it } from 'vitest';
import { kcc } from '../capture.ts';

describe('kcc', () => {
  it('explains itself without a word', async () => {
    const { exitCode, stdout } = await kcc([]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('公文的命令列工具');
  });

  it('speaks English when asked', async () => {
    expect((await kcc(['help', '--lang', 'en'])).stdout).toContain('official letters');
  });

  it('answers an unknown command with 2 and nothing on stdout', async () => {
    const { exitCode, stdout, stderr } = await kcc(['lettre']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toContain('lettre');
  });

  it('prints one JSON error with --json', async () => {
    const { exitCode, json } = await kcc(['lettre', '--json']);
    expect(exitCode).toBe(2);
    expect(json()).toMatchObject({
      error: { code: 'USAGE', category: 'usage', retryable: false, details: {} },
    });
  });

  it('names an unknown option and shows the usage', async () => {
    const { exitCode, stderr } = await kcc(['completion', 'bash', '--colour']);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('--colour');
    expect(stderr).toContain('用法');
  });

  it('counts arguments', async () => {
    expect((await kcc(['completion'])).exitCode).toBe(2);
    expect((await kcc(['completion', 'bash', 'zsh'])).exitCode).toBe(2);
  });

  it('completes every group', async () => {
    const { stdout } = await kcc(['completion', 'bash']);
    for (const group of ['letter', 'card', 'form', 'exchange', 'value'])
      expect(stdout).toContain(`${group})`);
  });
});
