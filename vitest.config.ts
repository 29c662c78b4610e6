// vitest 4 reads only this name; the configuration itself lives in vitest.workspace.ts.
export { default } from './vitest.workspace.ts';
