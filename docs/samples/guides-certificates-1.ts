// From docs/guides/certificates.md; written by docs/build/write-docs.ts.
import { office, council, trust, crls } from '../build/sample-world.ts';
import { openSealedCms, sealCms, signCms, verifyCms } from '@kcc/xca-card/cms';

const content = new TextEncoder().encode('公文');
const message = await signCms(content, office.signer, { detached: true });

// trust：根憑證（你自己核對過指紋的）與中繼憑證；crls：廢止清單
const { valid, grade, issues, signer } = await verifyCms(message, { content, trust, crls });
console.log(valid, grade, issues.map(({ code }) => code)); // true full ['CMS_NO_TIMESTAMP']
console.log(signer?.identity?.holder); // 高雄市議員王小明服務處

// 簽章後加密給對方的 cert2；只有對方的卡打得開，且先驗章才給內容
const sealed = await sealCms(content, office.signer, [council.decrypter.certificate]);
const opened = await openSealedCms(sealed, council.decrypter, { trust });
if (!opened.verification.valid) throw new Error('不可採信');

export { content, message, valid, grade, issues, signer, sealed, opened };
