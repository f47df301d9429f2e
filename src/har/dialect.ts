/** Whose habits an entry has. `webkit` is Safari; `other` is a proxy or an API client. */
export type Recorder = 'chromium' | 'firefox' | 'webkit' | 'other';
