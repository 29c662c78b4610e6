export { openCrlFile } from './crl-file.ts';
export { createFolderRevocationCache } from './revocation-folder.ts';
export { signFile, signFileAttached } from './sign-file.ts';
export { loadCrls, loadTrust, type TrustFolder } from './trust-folder.ts';
export { type VerifyFileOptions, verifyFile } from './verify-file.ts';
