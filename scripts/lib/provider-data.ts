import type { Plugin } from 'vite';

/** The data files of the providers. */
export const PROVIDER_DATA = /\/src\/providers\/(?!registry\/)(?:[^/]+\/)?[^/]+\.ts$/;

const SOURCES = /\bseen: \[[^\]]*\],?/g;

/**
 * Leaves the sources of what is known about a provider out of the extension. Only the documentation
 * names them.
 */
export function providerData(): Plugin {
  return {
    name: 'provider-data',
    enforce: 'pre',
    transform: {
      filter: { id: PROVIDER_DATA },
      handler: (code) => ({ code: code.replaceAll(SOURCES, ''), map: null }),
    },
  };
}
