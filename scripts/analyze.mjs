// Analyses HAR files on the command line: `grantscope analyze`.
process.argv.splice(2, 0, 'analyze');
await import('./grantscope.mjs');
