// Writes the samples before the type check of the house: `node --conditions=@kcc/source --import tsx docs/build/samples-for-tsc.ts`.
import { writeSamples } from './write-samples.ts';

writeSamples();
