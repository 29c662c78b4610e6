/** A place where a PKCS#11 module is installed. */
export interface KnownModule {
  readonly platform: 'win32' | 'darwin' | 'linux';
  readonly product: string;
  /** `%WINDIR%` and `~` are filled in. A folder when `scan` is given. */
  readonly path: string;
  /** Pattern of the file name to look for below the folder. */
  readonly scan?: string;
  readonly source: string;
}

const PUBLIC_CLIENTS = 'public client code, collected 2026-11-23';

/** In order of preference. OpenSC comes last: it does not know GPKI cards, but other cards may be tried with it. */
export const knownModules: readonly KnownModule[] = [
  {
    platform: 'win32',
    product: 'HiCOS',
    path: '%WINDIR%\\System32\\HiCOSPKCS11.dll',
    source: PUBLIC_CLIENTS,
  },
  {
    platform: 'win32',
    product: 'HiCOS (32 bit)',
    path: '%WINDIR%\\SysWOW64\\HiCOSPKCS11.dll',
    source: PUBLIC_CLIENTS,
  },
  {
    platform: 'win32',
    product: 'HiCOS 2.19',
    path: '%WINDIR%\\System32\\HiCOSPKCS11_219.dll',
    source: PUBLIC_CLIENTS,
  },
  {
    platform: 'win32',
    product: 'HiCOS 3.2',
    path: '%WINDIR%\\System32\\HiCOSPKCS11v32.dll',
    source: PUBLIC_CLIENTS,
  },
  {
    platform: 'darwin',
    product: 'HiPKI LocalSignServer',
    path: '~/Library/HiPKILocalSignServer',
    scan: '^libHicos_p11v1\\.dylib$',
    source: PUBLIC_CLIENTS,
  },
  {
    platform: 'darwin',
    product: 'HiCOS (bank installer)',
    path: '/Library/FBTokenLib/libHicos_p11v1.dylib',
    source: PUBLIC_CLIENTS,
  },
  {
    platform: 'linux',
    product: 'HiPKI LocalSignServer',
    path: '/usr/local/HiPKILocalSignServerApp',
    scan: '(?:hicos|p11|pkcs11).*\\.so(?:\\.\\d+)*$',
    source: 'folder from public client code; the name of the file is not known, hence a scan',
  },
  {
    platform: 'linux',
    product: 'OpenSC',
    path: '/usr/lib/x86_64-linux-gnu/opensc-pkcs11.so',
    source: 'Debian package opensc-pkcs11',
  },
  {
    platform: 'linux',
    product: 'OpenSC',
    path: '/usr/lib/aarch64-linux-gnu/opensc-pkcs11.so',
    source: 'Debian package opensc-pkcs11',
  },
  {
    platform: 'linux',
    product: 'OpenSC',
    path: '/usr/lib64/opensc-pkcs11.so',
    source: 'Fedora package opensc',
  },
  {
    platform: 'darwin',
    product: 'OpenSC',
    path: '/Library/OpenSC/lib/opensc-pkcs11.so',
    source: 'OpenSC installer',
  },
  {
    platform: 'win32',
    product: 'OpenSC',
    path: '%WINDIR%\\System32\\opensc-pkcs11.dll',
    source: 'OpenSC installer',
  },
];
