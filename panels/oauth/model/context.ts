import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Store } from './store.ts';

/** Carries the store to every component. */
export const StoreContext = createContext<Store | null>(null);

/** The store of the panel around a component. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (!store) throw new Error('A component of the panel stands outside it.');
  return store;
}
