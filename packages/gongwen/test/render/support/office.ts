import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** LibreOffice must not choose a face of its own for 標楷體. */
const FONT_ALIASES = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <match target="pattern">
    <test qual="any" name="family"><string>標楷體</string></test>
    <edit name="family" mode="assign" binding="strong">
      <string>TW-Kai</string><string>TW-Kai-Ext-B</string><string>TW-Kai-Plus</string>
    </edit>
  </match>
</fontconfig>
`;

/** A folder of its own that is gone after the work. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'gongwen-paper-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Has LibreOffice convert documents, all in one call.
 *
 * @param files bytes by file name.
 * @returns the converted files by the names of the originals.
 */
export function convert(
  files: Readonly<Record<string, Uint8Array>>,
  to: 'pdf' | 'txt:Text (encoded):UTF8' | 'odt' | 'docx',
) {
  return inFolder(async (folder) => {
    const out = join(folder, 'out');
    const aliases = join(folder, 'fonts.conf');
    await writeFile(aliases, FONT_ALIASES);
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(folder, name), bytes);
    const names = Object.keys(files).map((name) => join(folder, name));
    const settings = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const { status, stderr } = spawnSync(
      'soffice',
      [settings, '--headless', '--convert-to', to, '--outdir', out, ...names],
      {
        env: { ...process.env, FONTCONFIG_FILE: aliases },
        encoding: 'utf8',
      },
    );
    if (status !== 0) throw new Error(`soffice: ${stderr}`);
    const made = new Map<string, Uint8Array>();
    for (const name of await readdir(out))
      made.set(name.replace(/\.[^.]*$/, ''), new Uint8Array(await readFile(join(out, name))));
    return made;
  });
}
