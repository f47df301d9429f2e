import { analyseRecording } from '../../src/analysis/analyse-recording.ts';
import { flowScript } from '../../src/commands/flow-script.ts';
import { readHar } from '../../src/har/read-har.ts';
import type { Exchange } from '../../src/http/exchange.ts';
import type { Recording } from '../../src/http/recording.ts';
import { worstFlowsFirst } from '../../src/report/worst-first.ts';

/** The flow of a HAR file that a report shows first. */
export async function flowOf(har: string) {
  const read = readHar(har, { file: 'a.har', source: 0 });
  if (!read.ok) throw new Error(read.message);
  const { flows } = await analyseRecording(recordingOf(read.exchanges));
  const [first] = worstFlowsFirst(flows);
  if (!first) throw new Error('no flow');
  return first;
}

/** That flow as a script. */
export async function scriptOf(har: string): Promise<string> {
  const { flow } = await flowOf(har);
  const result = flowScript(flow.messages);
  if ('refused' in result) throw new Error(result.refused);
  return result.command;
}

function recordingOf(exchanges: readonly Exchange[]): Recording {
  return { exchanges, navigations: [], gaps: [], sources: [] };
}
