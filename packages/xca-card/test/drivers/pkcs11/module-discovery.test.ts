import { describe, expect, it } from 'vitest';
import { type DiscoveryWorld, findModule } from '../../../src/drivers/pkcs11/index.ts';
import { CardError } from '../../../src/errors/index.ts';

const world = (
  platform: NodeJS.Platform,
  files: readonly string[],
  env: Record<string, string> = {},
): DiscoveryWorld => {
  const normal = files.map((file) => file.replaceAll('\\', '/'));
  return {
    platform,
    arch: 'x64',
    env,
    home: '/Users/clerk',
    exists: (path) => normal.includes(path.replaceAll('\\', '/')),
    list: (folder) => {
      const prefix = `${folder.replaceAll('\\', '/')}/`;
      const below = normal.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
      return [...new Set(below.map((rest) => rest.split('/')[0] ?? ''))];
    },
  };
};
const HICOS = 'C:\\Windows\\System32\\HiCOSPKCS11.dll';

describe('module discovery', () => {
  it('prefers an explicit path to the environment and the known places', () => {
    const machine = world('win32', [HICOS, 'D:/own.dll', 'D:/env.dll'], {
      KCC_PKCS11_MODULE: 'D:/env.dll',
      WINDIR: 'C:\\Windows',
    });
    expect(findModule('D:/own.dll', machine)).toEqual({ path: 'D:/own.dll', from: 'explicit' });
    expect(findModule(undefined, machine)).toEqual({ path: 'D:/env.dll', from: 'environment' });
  });

  it('finds HiCOS on Windows, also without WINDIR', () => {
    expect(findModule(undefined, world('win32', [HICOS]))).toEqual({
      path: HICOS,
      from: 'known',
      product: 'HiCOS',
    });
  });

  it('scans the folder of the local service on macOS and Linux', () => {
    const mac = '/Users/clerk/Library/HiPKILocalSignServer/HiPKI.app/Contents/libHicos_p11v1.dylib';
    expect(findModule(undefined, world('darwin', [mac]))).toMatchObject({ path: mac, from: 'scan' });
    const linux = '/usr/local/HiPKILocalSignServerApp/lib/libHicosP11.so.1';
    expect(
      findModule(undefined, world('linux', [linux, '/usr/local/HiPKILocalSignServerApp/start.sh'])),
    ).toMatchObject({ path: linux, from: 'scan' });
  });

  it('takes OpenSC only after HiCOS', () => {
    const opensc = '/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so';
    const hicos = '/usr/local/HiPKILocalSignServerApp/libpkcs11hicos.so';
    expect(findModule(undefined, world('linux', [opensc, hicos])).path).toBe(hicos);
    expect(findModule(undefined, world('linux', [opensc]))).toMatchObject({
      path: opensc,
      product: 'OpenSC',
    });
  });

  it('does not replace a named module that is not there', () => {
    expect(() =>
      findModule('/no/such.so', world('linux', ['/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so'])),
    ).toThrow(CardError);
  });

  it('tells where it searched', () => {
    const error = (() => {
      try {
        return findModule(undefined, world('linux', []));
      } catch (reason) {
        return reason;
      }
    })();
    expect(error).toMatchObject({ code: 'MODULE_NOT_FOUND', category: 'environment' });
    expect(error).toHaveProperty(
      'details.searched',
      expect.arrayContaining(['/usr/local/HiPKILocalSignServerApp']),
    );
  });
});
