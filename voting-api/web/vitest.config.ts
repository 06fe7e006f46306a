import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [
    {
      // The addresses of built files do not exist in unit tests.
      name: 'psephos-files',
      resolveId: (id) => (id === 'psephos:files' ? '\0psephos:files' : null),
      load: (id) =>
        id === '\0psephos:files'
          ? "export const worker = { address: '/booth/worker.js', integrity: '' }; export const messages = {};"
          : null,
    },
  ],
  test: {
    include: ['test/**/*.test.ts'],
    // Two cores, shared with other builds.
    maxWorkers: 2,
    testTimeout: 60_000,
    passWithNoTests: false,
  },
});
