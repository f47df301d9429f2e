import { defineConfig } from 'vitest/config';

/** Unit tests that replace modules of the program (`vi.mock`). Other tests must not share those. */
const REPLACING_MODULES = ['test/**/own-failures.test.ts', 'test/**/background-link.test.ts'];

export default defineConfig({
  test: {
    // By default one core is left out, which on two cores is half of the machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/panels/**', 'test/browser/**', ...REPLACING_MODULES],
          // The modules keep no state, and loading them again for each file takes most of the time.
          isolate: false,
          // How long a test takes is no result on a busy machine.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'replaced',
          environment: 'node',
          include: REPLACING_MODULES,
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        test: {
          name: 'panels',
          environment: 'happy-dom',
          include: ['test/panels/**/*.test.{ts,tsx}'],
          setupFiles: ['test/panels/setup.ts'],
          // axe takes its time on a busy machine.
          testTimeout: 20_000,
        },
      },
      {
        test: {
          // Not part of `npm test`: `npm run mutation`.
          name: 'mutation',
          environment: 'node',
          include: ['test/mutation/**/*.mutation.ts', 'test/providers/*.test.ts'],
          env: { MUTATION: 'on' },
          isolate: false,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
