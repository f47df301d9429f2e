import { FAULTS } from '../../../../src/rehearsal/all-faults.ts';
import { FOLLOWED, reactionTo } from '../../../../src/rehearsal/reactions.ts';
import { messagesInTime } from '../../../../src/rehearsal/rehearsal-rows.ts';
import { useStore } from '../../model/context.ts';
import { safeText } from '../../view/finding-text.ts';
import { useTimeLeft } from './time-left.ts';

/** What the application did with the last fault that met it, beside what a good one does. */
export function WhatTheAppDid() {
  const store = useStore();
  const rehearsal = store.rehearsing.last.value;
  const hit = rehearsal?.hits[0];
  const left = useTimeLeft(hit ? hit.at + FOLLOWED : null);
  const fault = FAULTS.find(({ id }) => id === rehearsal?.fault);
  if (!rehearsal || !fault) return null;
  if (!hit) {
    if (rehearsal.ended === null) return null;
    return (
      <p class="app-did" data-testid="app-did" role="status">
        <strong>{fault.title}</strong>: the application did not meet it.
      </p>
    );
  }
  const messages = messagesInTime(store.session.value.snapshot.value);
  const reaction = reactionTo(hit, messages);
  const { kind } = reaction;
  const text = safeText(reaction.text, messages);
  const isGood = fault.accepts.includes(kind);
  const tone = left > 0 ? 'open' : isGood ? 'good' : 'bad';
  return (
    <div class={`app-did ${tone}`} data-testid="app-did" data-reaction={kind} data-tone={tone}>
      <p role="status">
        <strong>{fault.title}</strong>: the application met it.{' '}
        {left > 0 ? `So far: ${text}` : text}
      </p>
      <p class="quiet">
        {left > 0
          ? `It is followed for ${Math.ceil(left / 1_000)} s more.`
          : isGood
            ? 'A good application may do that.'
            : `A good application does something else. ${fault.good}`}
      </p>
    </div>
  );
}
