import { existsSync } from 'node:fs';
import { defineConfig } from 'vite';

const entries: Readonly<Record<string, string>> = {
  playground: 'playground/main.ts',
  start: 'playground/start.ts',
  capture: 'playground/capture.ts',
  keycloak: 'playground/keycloak/main.ts',
  'capture-back-channel': 'playground/capture-back-channel.ts',
};

/** The programs of the playground, which run in Node. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/node',
    emptyOutDir: true,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file))),
      output: { entryFileNames: '[name].js' },
    },
  },
});
