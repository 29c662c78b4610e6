export { normalizeCkr } from './cryptoki.ts';
export type { ModuleInfo } from './host-protocol.ts';
export { mechanismName } from './mechanism-name.ts';
export type { DiscoveryWorld, ModuleChoice } from './module-discovery.ts';
export { findModule, MODULE_VARIABLE } from './module-discovery.ts';
export type { Pkcs11DriverOptions } from './options.ts';
export { createPkcs11Driver, type Pkcs11Driver } from './pkcs11-driver.ts';
export { listPcscReaders, type PcscReader } from './presence.ts';
