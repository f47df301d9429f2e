import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { LANES, type Lane } from '../../../../src/oauth/define-kind.ts';
import { laneWord } from '../../../../src/words/lanes.ts';
import { TimeSwitch } from '../common/time-switch.tsx';

/** Carries the parties that take part in the shown flow to all of its arrows. */
export const LanesContext = createContext<readonly Lane[]>(LANES);

/** The parties that take part in the shown flow, in the order of their columns. */
export function useLanes(): readonly Lane[] {
  return useContext(LanesContext);
}

/** The names of the lanes above the diagram. */
export function LaneHeads() {
  return (
    <div class="lane-heads">
      <span />
      <span class="lanes" aria-hidden="true">
        {useLanes().map((lane) => (
          <span key={lane} class="lane-head">
            {laneWord(lane)}
          </span>
        ))}
      </span>
      <span aria-hidden="true">Response</span>
      <TimeSwitch />
    </div>
  );
}
