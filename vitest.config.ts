import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'samples/**/*.test.ts', 'bench/**/*.test.ts', 'e2e/**/*.test.ts', 'scripts/**/*.test.ts'],
    // Browser tests share two cores; more workers than cores only makes time-outs.
    maxWorkers: 2,
    // A browser on a loaded machine may be late once; what is wrong fails again.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
