import type { MenuGroup } from '../actions/menu-entry.ts';

/** A point of the window, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where something happens: at a point, or at an element. Null for the corner of the panel. */
export type Place = Point | Element | null;

/** A short text beside the place where something has just happened. */
export interface Toast extends Point {
  readonly text: string;
}

/** A menu at a point, and the element that gets the focus back. */
export interface OpenMenu extends Point {
  readonly groups: readonly MenuGroup[];
  readonly from: HTMLElement | null;
}

/** The point of a place: below an element, near its left edge. */
export function pointAt(place: Place): Point {
  if (place === null) return { x: 12, y: 40 };
  if (!(place instanceof Element)) return place;
  const { left, bottom, width } = place.getBoundingClientRect();
  return { x: left + Math.min(width / 2, 24), y: bottom };
}
