import { execFileSync } from 'node:child_process';

/** What xmllint says of each file of a folder: 0 valid, 1 not well formed, 3 or 4 invalid. */
export function xmllintVerdicts(folder: string, files: readonly string[]): readonly number[] {
  const script = 'while read -r f; do xmllint --valid --noout --nonet "$f" 2>/dev/null; echo $?; done';
  const output = execFileSync('sh', ['-c', script], {
    cwd: folder,
    input: files.join('\n').concat('\n'),
    encoding: 'utf8',
  });
  return output.trim().split('\n').map(Number);
}
