import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Limit for all scripts and styles of the panel together, in bytes after gzip. */
export const PANEL_BUDGET = 300_000;

/** Limit for the data on providers, in bytes after gzip. */
export const PROVIDERS_BUDGET = 50_000;

/** Limit for what only sharing and copying load, in bytes after gzip. */
export const SHARING_BUDGET = 100_000;

/** Limit for what is loaded when the user opens a message, a view, a file or the demo, in bytes after gzip. */
export const VIEWS_BUDGET = 105_000;

/** Limit for what only the view that switches faults on loads, in bytes after gzip. */
export const REHEARSING_BUDGET = 20_000;

/** The scripts that are loaded when a person shares a recording, copies a command or opens a redacted file. */
const SHARING = /^(?:copy-command|share-(?:body|names|tasks|worker))[-.]/;

/** The scripts that are loaded when the user opens what they show. A new one ends in `-body`. */
const OPENED =
  /^(?:(?!rehears)(?:[a-z]+-)+body|message-detail|help|import-files|settings-dialog)[-.]/;

/** The scripts that are loaded for the view that switches faults on, and while one is on. */
const REHEARSING = /^(?:rehearse|rehearsal-bar)-body[-.]/;

/**
 * The scripts and styles that the panel loads at any time: at once, later, or when the user opens
 * something.
 * @param {string} folder an unpacked extension
 * @param {RegExp | null} without names of files that do not count, nor what only they load
 */
function panelFiles(folder, without) {
  const files = new Set();
  const add = (text) => {
    for (const [path] of text.matchAll(/[\w.-]+\.(?:js|css)\b/g))
      if (!without?.test(basename(path))) files.add(basename(path));
  };
  add(readFileSync(join(folder, 'panels/oauth/index.html'), 'utf8'));
  for (const file of files) {
    try {
      if (file.endsWith('.js')) add(readFileSync(join(folder, 'assets', file), 'utf8'));
    } catch {
      files.delete(file); // The text has a name that is not a file.
    }
  }
  return [...files];
}

/**
 * Bytes after gzip of the scripts and styles of the panel, by what loads them first, and of the data
 * on providers, which are a file of their own.
 * @param {string} folder an unpacked extension
 */
export function panelSize(folder) {
  const size = { panel: 0, views: 0, rehearsing: 0, sharing: 0, providers: 0 };
  const without = (...parts) => new RegExp(parts.map(({ source }) => source).join('|'));
  const panel = new Set(panelFiles(folder, without(SHARING, OPENED, REHEARSING)));
  const opened = new Set(panelFiles(folder, without(SHARING, REHEARSING)));
  const unshared = new Set(panelFiles(folder, SHARING));
  for (const file of panelFiles(folder, null)) {
    const later = opened.has(file) ? 'views' : unshared.has(file) ? 'rehearsing' : 'sharing';
    const own = panel.has(file) ? 'panel' : later;
    const part = file.startsWith('providers-') ? 'providers' : own;
    size[part] += gzipSync(readFileSync(join(folder, 'assets', file)), { level: 9 }).length;
  }
  return size;
}
