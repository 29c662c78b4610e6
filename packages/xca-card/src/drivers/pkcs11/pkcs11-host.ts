import { serve } from './host-serve.ts';

/** The process that holds the PKCS#11 module; started by the driver, ends with it. */
serve(process);
