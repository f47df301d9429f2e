import type { Page } from 'puppeteer-core';
import type { LaunchOptions } from './types.ts';

/** Changes the size of the DevTools window, and its zoom. */
export function sizeOf(front: () => Page, first: Pick<LaunchOptions, 'width' | 'height'>) {
  let size = { width: first.width ?? 1280, height: first.height ?? 800 };
  return {
    resize: (width: number, height: number) => {
      size = { width, height };
      return front().setViewport(size);
    },
    // A zoomed page has fewer and larger CSS pixels.
    zoom: (factor: number) =>
      front().setViewport({
        width: Math.round(size.width / factor),
        height: Math.round(size.height / factor),
        deviceScaleFactor: factor,
      }),
  };
}
