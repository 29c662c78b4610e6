import { defineConfig } from 'vite';
import { PAGE_FOLDER } from './src/build/build-page.ts';
import { pageConfig } from './src/build/page-config.ts';

export default defineConfig(pageConfig(PAGE_FOLDER));
