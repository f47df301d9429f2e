/** Arguments of every Chromium that is started. */
export const ARGS: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The playground has a name of its own beside localhost.
  '--host-resolver-rules=MAP app.playground.test 127.0.0.1',
];
