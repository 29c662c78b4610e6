/** Whose concern an error is; the command line maps it to an exit code. */
export type ErrorCategory = 'document' | 'usage' | 'environment' | 'trust' | 'remote';
