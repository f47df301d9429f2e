import type { ComponentType } from 'preact';
import { Dialog } from '../dialog.tsx';
import { Boundary } from '../error-boundary.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { HiddenSection } from './hidden-section.tsx';
import { MemorySection } from './memory-section.tsx';
import { RecordingSection } from './recording-section.tsx';
import { RehearseSection } from './rehearse-section.tsx';
import { TimesSection } from './times-section.tsx';
import { TourSection } from './tour-section.tsx';

/** The sections from top to bottom. A new one is a component and a line here. */
const SECTIONS: readonly { readonly title: string; readonly View: ComponentType }[] = [
  { title: 'Also record popups, workers and missing responses', View: RecordingSection },
  { title: 'Rehearse faults', View: RehearseSection },
  { title: 'Hidden checks', View: HiddenSection },
  { title: 'Times', View: TimesSection },
  { title: 'Appearance', View: AppearanceSection },
  { title: 'Tour', View: TourSection },
  { title: 'Stored settings', View: MemorySection },
];

/** The settings, and what the panel remembers. */
export function Settings() {
  return (
    <Dialog name="settings" label="Settings">
      {SECTIONS.map(({ title, View }) => (
        <section key={title} class="setting" aria-label={title}>
          <h3>{title}</h3>
          <Boundary what={`the setting “${title}”`}>
            <View />
          </Boundary>
        </section>
      ))}
    </Dialog>
  );
}
