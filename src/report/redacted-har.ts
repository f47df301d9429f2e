import { writeHar } from '../har/write-har.ts';
import type { ReportOptions } from './format.ts';
import { selectedRecording } from './selected-recording.ts';
import type { Shared } from './shared.ts';
import { VERSION } from './version.ts';

/** The redacted recording, or what the options choose of it, as HAR 1.2. */
export function redactedHar(shared: Shared, options: ReportOptions): string {
  return writeHar(selectedRecording(shared, options), {
    version: VERSION,
    comment: 'Redacted: secret and personal values are replaced by others of the same form.',
  });
}
