import { createContext } from 'preact';
import type { TwoAttempts } from '../../view/comparison-safe.ts';

/** Carries both attempts to the parts of the comparison. */
export const Sides = createContext<TwoAttempts | null>(null);
