import { deflateSync, unzlibSync } from 'fflate';

/** What `node:zlib` calls raw deflate, done by fflate. */
export const deflateRawSync = (bytes: Uint8Array): Uint8Array => deflateSync(bytes);

export const inflateSync = (bytes: Uint8Array): Uint8Array => unzlibSync(bytes);
