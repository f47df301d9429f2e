import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const loads: (() => Promise<unknown>)[] = [];

/** A part that is loaded once, after the panel has been shown. */
export interface Later<T> {
  readonly loaded: T | null;
  load(): Promise<T>;
}

/** Loads a part later, so that the first verdict does not wait for unopened parts. */
export function later<T>(load: () => Promise<T>): Later<T> {
  let loaded: T | null = null;
  const part: Later<T> = {
    get loaded() {
      return loaded;
    },
    load: async () => {
      loaded ??= await load();
      return loaded;
    },
  };
  loads.push(part.load);
  return part;
}

/** Loads all deferred parts, one after the other, so that the panel can draw in between. */
export async function loadAll(): Promise<void> {
  for (const load of [...loads]) await load();
}

/** A component that is loaded later. A failed load is thrown at the boundary around it. */
export function lazy<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const part = later(load);
  return function Lazy(props: P) {
    const [isDrawn, setDrawn] = useState(part.loaded !== null);
    const [failure, setFailure] = useState<Error | null>(null);
    useEffect(() => {
      // Somebody else may have loaded the part since it was drawn as nothing.
      if (!isDrawn) part.load().then(() => setDrawn(true), setFailure);
    }, []);
    if (failure) throw failure;
    const View = part.loaded;
    return View ? <View {...props} /> : null;
  };
}
