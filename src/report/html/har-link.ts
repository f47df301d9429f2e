import { base64 } from '../../http/base64.ts';
import { fileSize } from '../../words/file-sizes.ts';
import type { ReportOptions } from '../format.ts';
import { redactedHar } from '../redacted-har.ts';
import type { Shared } from '../shared.ts';
import { html, type Markup } from './markup.ts';

/** Chromium does not save a longer link. */
const MAX_LINK = 2_000_000;

/**
 * The redacted recording as a link. Programs find it by its id: its address is a `data:` URL with the
 * HAR in base64.
 */
export function recordingSection(shared: Shared, options: ReportOptions): Markup | null {
  if (options.withoutRecording) return null;
  const bytes = new TextEncoder().encode(redactedHar(shared, options));
  const address = `data:application/json;base64,${base64(bytes)}`;
  const big =
    address.length > MAX_LINK &&
    ' Chromium cannot save a recording of this size from a link. Firefox can, and Grantscope opens this page.';
  return html`<section class="on-screen"><h2>Recording</h2>
<p><a id="recording" download="redacted-recording.har" href="${address}">Save the redacted recording (HAR)</a>, ${fileSize(bytes.length)}. It has the placeholders of this page and the same diagnosis. Drop this page or the HAR on the OAuth tab of Grantscope to open it there.${big}</p></section>
`;
}
