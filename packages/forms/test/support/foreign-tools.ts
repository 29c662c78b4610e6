import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { it } from 'vitest';

const run = promisify(execFile);
const WITHOUT = new Set((process.env.KCC_WITHOUT ?? '').split(',').map((name) => name.trim()));

/**
 * `it` for a test that needs a foreign program: it fails with the name of the Debian package when the program is missing,
 * and is skipped only when the environment variable KCC_WITHOUT names the package or its short name.
 */
export function itNeeds(program: string, debianPackage: string, shortName = debianPackage) {
  return (title: string, test: () => unknown, timeout?: number) => {
    if (WITHOUT.has(debianPackage) || WITHOUT.has(shortName)) {
      it.skip(`${title}: left out by KCC_WITHOUT`, () => undefined);
      return;
    }
    const checked = async () => {
      const found = spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
      if (!found) throw new Error(`this test needs ${program}: install the Debian package ${debianPackage}`);
      await test();
    };
    it(title, checked, timeout);
  };
}

export const itNeedsOffice = itNeeds('soffice', 'libreoffice-writer', 'libreoffice');
export const itNeedsChromium = itNeeds('chromium', 'chromium');
export const itNeedsPoppler = itNeeds('pdftotext', 'poppler-utils');

/** Runs a program and gives what it printed. */
export async function output(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run(program, [...args], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Lets LibreOffice convert files in one call, with a profile of its own in the folder. */
export async function convertWithOffice(folder: string, to: string, files: readonly string[]): Promise<void> {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  await output('soffice', ['--headless', profile, '--convert-to', to, '--outdir', folder, ...files]);
}
