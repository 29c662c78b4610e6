import type { Plugin } from 'vite';

/** Drops the older woff beside each woff2: every browser that runs this page reads woff2. */
export function woff2Only(): Plugin {
  return {
    name: 'kcc-woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/@fontsource.*\.css/.test(id)) return null;
      return code.replace(/, url\([^)]*\.woff\) format\('woff'\)/g, '');
    },
  };
}
