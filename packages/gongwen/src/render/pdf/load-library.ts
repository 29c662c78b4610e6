import { GongwenError } from '../../errors/gongwen-error.ts';
import type { TypstLibrary } from './typst-library.ts';

/** @throws GongwenError `PDF_ENGINE_MISSING` when the native package cannot be loaded. */
export async function loadTypstLibrary(): Promise<TypstLibrary> {
  try {
    const module = await import('@myriaddreamin/typst-ts-node-compiler');
    // A CommonJS module: some loaders give its names only on `default`.
    const library = 'NodeCompiler' in module ? module : (module as { default: TypstLibrary }).default;
    return library as TypstLibrary;
  } catch (cause) {
    throw new GongwenError('PDF_ENGINE_MISSING', {}, cause);
  }
}
