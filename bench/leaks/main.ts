import fc from 'fast-check';
import { analyseRecording } from '../../src/analysis/analyse-recording.ts';
import { plans, plantedOf } from '../../test/redaction/planted/plan.ts';
import { valuesIn } from '../../test/redaction/planted/scanner.ts';
import { plainHar, recordingIn, SANITIZERS } from './sanitizers.ts';

/** Prints as JSON what each sanitizer leaves and what the analysis still says. */
interface Row {
  readonly name: string;
  left: number;
  planted: number;
  kept: number;
  flows: number;
}

const [runs = '100', seed = '1'] = process.argv.slice(2);
const rows: readonly Row[] = Object.keys(SANITIZERS).map((name) => ({
  name,
  ...{ left: 0, planted: 0, kept: 0, flows: 0 },
}));

/** What each flow of a file ends with: its kind, the sign of its verdict, and the cause. */
async function verdictsOf(har: string): Promise<readonly string[]> {
  const { flows } = await analyseRecording(recordingIn(har));
  return flows.map(({ flow, verdict }) =>
    [flow.grant, flow.messages.length, verdict.sign, verdict.cause?.check].join(' '),
  );
}

for (const plan of fc.sample(plans, { numRuns: Number(runs), seed: Number(seed) })) {
  const { recording, sought } = plantedOf(plan);
  const raw = plainHar(recording);
  const before = await verdictsOf(raw);
  const planted = new Set(valuesIn(raw, sought)).size;
  for (const row of rows) {
    const written = await SANITIZERS[row.name]?.(raw);
    if (written === undefined) continue;
    const after = [...(await verdictsOf(written))];
    row.left += valuesIn(written, sought).length;
    row.planted += planted;
    row.flows += before.length;
    for (const verdict of before) {
      const same = after.indexOf(verdict);
      if (same < 0) continue;
      after.splice(same, 1);
      row.kept += 1;
    }
  }
}
console.log(JSON.stringify(rows));
