import './style/app.css';
import { homePage } from './home-page.ts';
import { createDraft } from './letter/draft.ts';
import { starting } from './letter/draft-tools.ts';
import { letterPage } from './letter/letter-page.ts';
import { keepOffline } from './offline/keep-offline.ts';
import { type Page, startRouter } from './router.ts';
import { browserStorage, createKeep } from './storage.ts';

const serviceUrl =
  document.querySelector('meta[name=kcc-service]')?.getAttribute('content') || 'http://localhost:61161';
const keep = createKeep(browserStorage());
const saved = keep.read('letter');
const draft = createDraft(typeof saved === 'string' ? saved : starting('函'));

async function find([first, second]: readonly string[]): Promise<Page | undefined> {
  if (first === undefined) return homePage;
  if (first === 'letter') return letterPage(draft, keep);
  if (first === 'forms') {
    if (second === undefined) return (await import('./forms/forms-page.ts')).formsPage;
    return (await import('./forms/form-page.ts')).formPage(second, keep, draft);
  }
  if (first === 'sign') {
    const { signPage } = await import('./sign/sign-page.ts');
    return signPage(draft, serviceUrl);
  }
  return undefined;
}

const main = document.querySelector<HTMLElement>('#main');
if (main !== null) startRouter(main, find);
const offline = document.querySelector<HTMLElement>('#offline');
if (offline !== null) void keepOffline(offline);
