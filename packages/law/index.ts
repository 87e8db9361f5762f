export * from './pi-category.ts';
export * from './requirement.ts';
export * from './text.ts';
export * from './requirements/index.ts';
export * from './citable.ts';
export * from './hook.ts';
export * from './instrument.ts';
export * from './instruments/index.ts';
