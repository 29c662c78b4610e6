// From docs/guides/certificates.md; written by docs/build/write-docs.ts.
import { loadCrls, loadTrust, verifyFile } from '@kcc/xca-card/files';

const trust = await loadTrust('trust'); // .cer、.crt、.pem、.p7b；自簽的是根，其餘是中繼
const crls = await loadCrls('crls');
console.log((await verifyFile('letter.p7s', { trust, crls, contentPath: 'letter.di' })).grade);

export { trust, crls };
