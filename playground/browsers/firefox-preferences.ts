/** Preferences of every Firefox that is started. */
export const PREFERENCES = {
  'marionette.port': 0, // any free port; Firefox writes it to MarionetteActivePort
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
  'devtools.toolbox.host': 'window',
  // The playground has a name of its own beside localhost.
  'network.dns.localDomains': 'app.playground.test,strict.playground.test',
};
