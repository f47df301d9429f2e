import { defineConfig } from 'vite';

/** The command line: small files, so that it starts at once and loads only what a command needs. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    outDir: 'dist/cli',
    minify: true,
    rolldownOptions: {
      // Node goes by the name that parts have in package.json, so parts are modules by their own name.
      output: { entryFileNames: 'grantscope.mjs', chunkFileNames: '[name]-[hash].mjs' },
    },
  },
});
