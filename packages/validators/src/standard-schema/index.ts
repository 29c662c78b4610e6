export * from './spec.ts';
export * from './to-standard-schema.ts';
