// From packages/xca-card/README.md; written by docs/build/write-docs.ts.
import { office as session, crls, trust as roots } from '../build/sample-world.ts';
const content = new TextEncoder().encode('x');
const { anchors, intermediates } = roots;
const receiverCert2 = session.decrypter.certificate;
import { openSealedCms, sealCms, signCms, verifyCms } from '@kcc/xca-card/cms';

const message = await signCms(content, session.signer, { detached: true });
const { valid, grade, issues, signer } = await verifyCms(message, { content, trust: { anchors, intermediates }, crls });

const sealed = await sealCms(content, session.signer, [receiverCert2]);
const opened = await openSealedCms(sealed, session.decrypter, { trust: { anchors, intermediates } });

export { content, anchors, intermediates, receiverCert2, message, valid, grade, issues, signer, sealed, opened };
