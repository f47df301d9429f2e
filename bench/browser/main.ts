import { frames } from './frames.ts';

/** Measures the built panel in a real browser and prints JSON. */
const [folder = ''] = process.argv.slice(2);
console.log(JSON.stringify(await frames(folder)));
