/** Handles a key of its widget. False when the key means nothing to it. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

const handlers = new WeakMap<Element, KeyHandler>();

/** Lets a widget handle plain keys while the focus is in it. Returns the function that ends that. */
export function ownKeys(widget: Element, handler: KeyHandler): () => void {
  handlers.set(widget, handler);
  return () => {
    handlers.delete(widget);
  };
}

/** Gives a plain key to the widget around an element. False when there is none, or it has no use for it. */
export function passToWidget(event: KeyboardEvent, from: Element | null): boolean {
  for (let at = from; at; at = at.parentElement) {
    const handler = handlers.get(at);
    if (handler) return handler(event);
  }
  return false;
}
