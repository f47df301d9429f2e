import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useStore } from '../../model/context.ts';
import { TOUR_STOPS } from './tour-stops.ts';

const MARGIN = 8;
const WIDTH = 300;
/** Room that the text needs above or below its element. */
const ROOM = 130;

type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;

/** Where the element of the stop is. It moves with the window and what is drawn. */
function useBox(selector: string): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const look = () => {
      const { left, top, width, height } =
        document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      setBox((last) =>
        last?.left === left && last.top === top && last.width === width && last.height === height
          ? last
          : { left, top, width, height },
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    const element = document.querySelector(selector);
    if (element) observer.observe(element);
    window.addEventListener('resize', look);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', look);
    };
  }, [selector]);
  return box;
}

/** Below the element, above it, or at its end, wherever there is room. */
function placeOf(box: Box) {
  const below = box.top + box.height + MARGIN;
  const above = box.top - ROOM - MARGIN;
  const inside = Math.min(box.top + box.height, window.innerHeight) - ROOM - MARGIN;
  const top = below + ROOM < window.innerHeight ? below : above > 0 ? above : inside;
  const left = Math.min(box.left + MARGIN, window.innerWidth - WIDTH - MARGIN);
  return { top: `${Math.max(top, MARGIN)}px`, left: `${Math.max(left, MARGIN)}px` };
}

/** The tour: a frame around a part of the panel, and what the part is for. */
export function Tour() {
  const store = useStore();
  const index = store.tourStop.value ?? 0;
  const stop = TOUR_STOPS[index];
  const next = useRef<HTMLButtonElement>(null);
  const box = useBox(stop?.at ?? 'body');
  useEffect(() => {
    if (stop) store.goTo(stop.level);
    next.current?.focus();
  }, [index, box !== null]);
  if (!stop || !box) return null;
  const last = index === TOUR_STOPS.length - 1;
  const go = (to: number) => {
    store.tourStop.value = to;
  };
  const end = () => {
    store.tourStop.value = null;
  };
  return (
    <>
      <div
        class="tour-frame"
        aria-hidden="true"
        style={{
          left: `${box.left}px`,
          top: `${box.top}px`,
          width: `${box.width}px`,
          height: `${box.height}px`,
        }}
      />
      <div
        class="tour"
        role="dialog"
        aria-label={`Tour, ${index + 1} of ${TOUR_STOPS.length}: ${stop.title}`}
        data-testid="tour"
        style={placeOf(box)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          end();
        }}
      >
        <h2>
          {stop.title}{' '}
          <span class="quiet">
            {index + 1} of {TOUR_STOPS.length}
          </span>
        </h2>
        <p>{stop.text}</p>
        <p class="actions">
          <button
            type="button"
            class="plain"
            ref={next}
            onClick={() => (last ? end() : go(index + 1))}
          >
            {last ? 'Done' : 'Next'}
          </button>
          {index > 0 && (
            <button type="button" class="link" onClick={() => go(index - 1)}>
              Back
            </button>
          )}
          {!last && (
            <button type="button" class="link" onClick={() => end()}>
              End the tour
            </button>
          )}
        </p>
      </div>
    </>
  );
}
