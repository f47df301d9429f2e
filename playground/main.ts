import { startPlayground } from './server.ts';

const playground = await startPlayground();
console.log(`Playground: ${playground.url}`);
console.log('Open it in the browser, open DevTools, choose the OAuth tab, press a button.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void playground.close().then(() => process.exit(0));
  });
}
