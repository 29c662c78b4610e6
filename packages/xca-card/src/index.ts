export * from './card/card.ts';
export * from './card/pin-guard.ts';
export * from './errors/index.ts';
export * from './lifecycle/index.ts';
