import { build, type Plugin } from 'vite';

/** Builds the scripts for pages. Browsers want each as one file without imports. */
export function pageScripts(): Plugin {
  return {
    name: 'page-scripts',
    apply: 'build',
    async generateBundle() {
      for (const name of ['copy', 'relay']) {
        const entry = `src/extension/page/${name}.ts`;
        const result = await build({
          configFile: false,
          logLevel: 'silent',
          build: { write: false, target: 'chrome123', lib: { entry, formats: ['iife'], name } },
        });
        const [bundle] = Array.isArray(result) ? result : [result];
        if (!bundle || !('output' in bundle)) throw new Error(`${entry} gave no bundle`);
        this.emitFile({
          type: 'asset',
          fileName: `page/${name}.js`,
          source: bundle.output[0].code,
        });
      }
    },
  };
}
