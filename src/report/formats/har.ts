import { defineFormat } from '../format.ts';
import { redactedHar } from '../redacted-har.ts';

/** The redacted recording as HAR 1.2. Grantscope reads it without loss of the diagnosis. */
export default defineFormat({
  title: 'HAR',
  description: 'the redacted recording, for Grantscope and for every program that reads HAR',
  mediaType: 'application/json',
  extension: 'har',
  write: redactedHar,
});
