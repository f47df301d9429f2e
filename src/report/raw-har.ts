import { writeHar } from '../har/write-har.ts';
import type { Recording } from '../http/recording.ts';
import { VERSION } from './version.ts';

/** The recording as HAR 1.2 with every secret in it. It is not scanned. Warn before you call it. */
export function rawHar(recording: Recording): string {
  return writeHar(recording, {
    version: VERSION,
    comment: 'Not redacted: passwords, tokens and cookies are in this file. Do not share it.',
  });
}
