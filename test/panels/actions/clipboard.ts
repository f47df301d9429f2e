import { waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect } from 'vitest';

/** Replaces the clipboard in each test of a file. The function gives the texts that were copied. */
export function clipboardTexts(): () => string[] {
  let clipboard: string[] = [];
  beforeEach(() => {
    clipboard = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: async (text: string) => {
          clipboard.push(text);
        },
      },
    });
  });
  afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));
  return () => clipboard;
}

/** Replaces the clipboard in each test of a file. The function gives the one text that was copied. */
export function watchClipboard(): () => Promise<string> {
  const texts = clipboardTexts();
  return async () => {
    await waitFor(() => expect(texts()).toHaveLength(1));
    return texts().splice(0)[0] ?? '';
  };
}
