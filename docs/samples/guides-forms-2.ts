// From docs/guides/forms.md; written by docs/build/write-docs.ts.
import { checkForm, defineForm, fillFromProfile, section, xcaApplicationPrimary } from '@kcc/forms';

// 本處只辦公文電子交換：同一張表，自己的名稱與版次
const ours = defineForm({ ...xcaApplicationPrimary, id: 'our-application', title: '本處申請書', edition: '115' });
const draft = fillFromProfile(ours, { office: { name: '高雄市議員王小明服務處' }, contact: {} });
console.log(draft, section, checkForm(ours, draft, { asOf: '2026-11-24' }).issues.length);

export { ours, draft };
