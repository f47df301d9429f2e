import { useRef } from 'preact/hooks';
import type { Setting } from '../../model/settings.ts';

/** Limits of a pane, in percent of the panel. */
const [LEAST, MOST] = [15, 75];
const STEP = 2;

interface Props {
  readonly label: string;
  /** `vertical` is a line from top to bottom, moved sideways. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Percent of the panel. Null until the user moves the border. */
  readonly size: Setting<number | null>;
  /** The resized pane: before a vertical border, after a horizontal one. */
  readonly pane: string;
}

const within = (size: number): number => Math.min(MOST, Math.max(LEAST, Math.round(size)));

/** A border between two panes that can be dragged, or moved with the arrow keys (WAI-ARIA window splitter). */
export function Splitter({ label, orientation, size, pane }: Props) {
  const line = useRef<HTMLDivElement>(null);
  const isVertical = orientation === 'vertical';
  const room = () => line.current?.parentElement?.getBoundingClientRect();
  const now = (): number => {
    const own = line.current?.parentElement?.querySelector(`[data-region="${pane}"]`);
    const [part, whole] = [own?.getBoundingClientRect(), room()];
    if (!part || !whole) return LEAST;
    const share = isVertical ? part.width / whole.width : part.height / whole.height;
    return Number.isFinite(share) ? share * 100 : LEAST;
  };
  const set = (percent: number) => {
    size.value = within(percent);
  };
  const onPointerMove = (event: PointerEvent) => {
    const whole = room();
    if (!whole || !line.current?.hasPointerCapture(event.pointerId)) return;
    set(
      isVertical
        ? ((event.clientX - whole.left) / whole.width) * 100
        : ((whole.bottom - event.clientY) / whole.height) * 100,
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = isVertical
      ? { ArrowLeft: -STEP, ArrowRight: STEP }
      : { ArrowUp: STEP, ArrowDown: -STEP };
    const step = steps[event.key];
    const ends: Readonly<Record<string, number>> = { Home: LEAST, End: MOST };
    const end = ends[event.key];
    if (step !== undefined) set((size.value ?? now()) + step);
    else if (end !== undefined) set(end);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: hr cannot be moved; this is the window splitter of WAI-ARIA.
    <div
      ref={line}
      class={`splitter ${orientation} wide-only`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={within(size.value ?? now())}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      title={`${label}: drag, or use the arrow keys; double-click to reset`}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onDblClick={() => {
        size.value = null;
      }}
      onKeyDown={onKeyDown}
    />
  );
}
