type State = 'running' | 'done' | 'failed';

/** Shows users and tests the state of the scenario, in the client's own words. */
export function show(name: string, state: State, text: string): void {
  const output = document.querySelector<HTMLOutputElement>('#status');
  if (output) {
    output.dataset.state = state;
    output.textContent = `${name}: ${text}`;
  }
  document.documentElement.dataset.scenario = name;
  document.documentElement.dataset.state = state === 'running' ? 'running' : 'done';
}

/** Whether a scenario is running. A second press of its button then changes nothing. */
export function isRunning(): boolean {
  return document.documentElement.dataset.state === 'running';
}

/** Secrets of a login attempt that stay with the client. */
export interface Attempt {
  readonly state: string;
  /** Empty when no ID token was requested. */
  readonly nonce: string;
  readonly verifier: string;
}

interface Note {
  readonly name: string;
  readonly text: string;
}

/** Attempts that the tab remembers over redirects, by scenario. */
export const attempt = {
  begin(name: string, it: Attempt | null): void {
    sessionStorage.setItem('scenario', name);
    if (it) sessionStorage.setItem(`attempt ${name}`, JSON.stringify(it));
  },
  scenario(): string | null {
    return sessionStorage.getItem('scenario');
  },
  /** Returns the attempt of a scenario, and forgets it. */
  take(name: string): Attempt {
    const text = sessionStorage.getItem(`attempt ${name}`);
    sessionStorage.removeItem(`attempt ${name}`);
    if (text === null) throw new Error('no login was started in this tab');
    return JSON.parse(text) as Attempt;
  },
  /** Remembers an address for the next callback to open again. */
  keep(url: string): void {
    sessionStorage.setItem('kept', url);
  },
  takeKept(): string | null {
    const url = sessionStorage.getItem('kept');
    sessionStorage.removeItem('kept');
    return url;
  },
  leaveNote(note: Note): void {
    sessionStorage.setItem('note', JSON.stringify(note));
  },
  takeNote(): Note | null {
    const text = sessionStorage.getItem('note');
    sessionStorage.removeItem('note');
    return text === null ? null : (JSON.parse(text) as Note);
  },
};
