import { textOfBase64 } from '../../har/base64-text.ts';
import chromium from '../../har/dialects/chromium.ts';
import { isRecord } from '../../har/loose.ts';
import type { Browser } from './browser.ts';

/** Chromium, Chrome and Edge. */
export const CHROMIUM: Browser = {
  dialect: chromium,
  keepLogSetting: 'Preserve log',

  // A log of thousands of entries takes a second.
  logPace: { quiet: 500, patience: 3_000, again: 3_000, idle: 5_000 },
  logLimit: null,
  readsLogWhileLoading: true,
  keepsPages: ({ pages }) => pages > 1,
  isPending({ response, time }) {
    const { status, _error } = isRecord(response) ? response : {};
    return !status && !_error && time === 0;
  },

  tellsOfUrlChanges: true,
  losesPageRequests: false,
  hidesOwnPages: true,

  forgetsBodies: true,
  decodeBody: ({ text, kind }) => (kind === 'base64' ? textOfBase64(text) : text),

  allHeaders: ['extraHeaders'],
  patternsHavePorts: true,
  redirectHidesHeaders: false,
  blockKeepsPage: false,
  // Where it is given later, `updateSessionRules` never answers. So the manifest has it.
  rulePermissions: [],
  // A response that the page may not read ends with `onErrorOccurred`.
  deliversCompleted: true,
};
