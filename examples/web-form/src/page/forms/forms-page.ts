import type { Page } from '../router.ts';
import type { Keep } from '../storage.ts';
export const formsPage: Page = { title: '申請表單', draw: () => undefined };
export const formPage = (_id: string, _keep: Keep): Page => formsPage;
