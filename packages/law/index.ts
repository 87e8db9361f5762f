export * from './pi-category.ts';
export * from './requirement.ts';
export * from './text.ts';
export * from './requirements/index.ts';
