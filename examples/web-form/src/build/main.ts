import { buildPage } from './build-page.ts';

await buildPage(process.argv[2]);
