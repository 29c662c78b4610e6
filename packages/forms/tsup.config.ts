import { libraryConfig } from '../../scripts/tsup-preset.ts';

export default libraryConfig(import.meta.dirname);
