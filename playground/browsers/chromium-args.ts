/** Arguments of every Chromium that is started. */
export const ARGS: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The playground has names of its own beside localhost.
  '--host-resolver-rules=MAP *.playground.test 127.0.0.1,MAP app.example.com 127.0.0.1',
];
