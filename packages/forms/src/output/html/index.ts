export { fillHtml } from './fill-html.ts';
export { type FormDocumentOptions, formDocument } from './pages/form-document.ts';
export { type MountedForm, type MountOptions, mountForm } from './pages/mount-form.ts';
export { pageStyle } from './pages/style.ts';
export { sheetToHtml } from './sheet-html.ts';
