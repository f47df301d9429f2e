import { crx } from '@crxjs/vite-plugin';
import { defineConfig } from 'vite';
import shared from './manifest.json' with { type: 'json' };
import { pageScripts } from './scripts/lib/page-scripts.ts';
import { pages } from './scripts/lib/pages.ts';
import { PROVIDER_DATA, providerData } from './scripts/lib/provider-data.ts';

/** What Firefox needs and Chrome does not know, and the other way round. */
function manifestFor(browser: 'chrome' | 'firefox') {
  if (browser === 'chrome') return shared;
  const { minimum_chrome_version: _, background, ...manifest } = shared;
  return {
    ...manifest,
    background: { scripts: [background.service_worker], type: background.type },
    permissions: ['storage', 'declarativeNetRequestWithHostAccess'],
    optional_permissions: [
      'webNavigation',
      'webRequest',
      'webRequestBlocking',
      'webRequestFilterResponse',
    ],
    browser_specific_settings: {
      gecko: {
        id: 'grantscope@grantscope.example',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
}

const WORKERS = ['share-worker', 'find-worker'];

const CORE =
  /\/src\/(?:analysis|checks|conclusion|correlation|curl|flow|har|http|oauth|providers|recorders|redaction|report|search|words)\//;

export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [
      crx({ manifest: manifestFor(browser) as never, browser }),
      // Firefox reads answers off the network stream instead.
      ...(browser === 'chrome' ? [pageScripts()] : []),
      providerData(),
      pages(import.meta.dirname),
    ],
    build: {
      outDir: `dist/${browser}`,
      emptyOutDir: true,
      target: browser === 'firefox' ? 'firefox142' : 'chrome123',
      modulePreload: false,
      // The panel is named by a call of the devtools page, not by the manifest.
      rolldownOptions: {
        input: {
          panel: 'panels/oauth/index.html',
          askSites: 'src/extension/background/ask-sites.html',
          ...Object.fromEntries(WORKERS.map((name) => [name, `panels/oauth/${name}.ts`])),
        },
        checks: { pluginTimings: false },
        // No module of the core acts when it is loaded: what a chunk does not use stays out of it.
        treeshake: { moduleSideEffects: (id) => !CORE.test(id) },
        // What is known of providers grows with them. It is loaded apart and has its own limit.
        output: {
          codeSplitting: { groups: [{ name: 'providers', test: PROVIDER_DATA }] },
          // The panel starts its workers by name, so that both load the same files.
          entryFileNames: ({ name }) =>
            WORKERS.includes(name) ? `assets/${name}.js` : 'assets/[name]-[hash].js',
        },
      },
    },
  };
});
