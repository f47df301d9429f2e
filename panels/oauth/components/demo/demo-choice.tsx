import { useState } from 'preact/hooks';
import { lazy } from '../../model/lazy.tsx';

const DemoStories = lazy(() => import('./demo-stories-body.tsx').then((view) => view.DemoStories));

/** Offers the demo. Its stories are listed below the button. */
export function DemoChoice() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class="plain"
        data-testid="demo"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Try the demo
      </button>
      {open && <DemoStories />}
    </>
  );
}
