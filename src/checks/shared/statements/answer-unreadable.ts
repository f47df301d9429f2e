import { defineStatement } from '../define-statement.ts';

const HTML = /<!?[a-z]|['"`]<['"`]|token <|character '<'/i;

/** A library did not find a token response in what came back. */
export default defineStatement({
  forms: [
    /\binvalid (?:oauth2? |oauth 2\.0 |token |access token )?(?:response|answer)\b(?! (?:type|mode))|\binvalid_(?:token_)?response\b/i,
    /\b(?:failed|unable|could not|cannot|error)\b.{0,20}\bpars(?:e|ing)\b.{0,40}\b(?:response|json|token|body)\b/i,
    // JSON parsers of JavaScript, Python, .NET, Go and PHP.
    /\bunexpected (?:token|end of JSON|character)\b.{0,60}|\bis not valid JSON\b|\bin JSON at position \d/i,
    /\bJSONDecodeError\b|\bExpecting value: line 1\b|\bJsonException\b|\binvalid start of a value\b/i,
    /\binvalid character .{1,6} looking for beginning of value\b|\bJSON_?ERROR_SYNTAX\b|\bJsonParseException\b/i,
    // openid-client, oauth4webapi, Go, league, oauthlib.
    /\bexpected 200 OK, got\b|\bunexpected (?:HTTP )?(?:response )?(?:status code|content[- ]type|response body)\b|\bis not a conform Token Endpoint response\b/i,
    /\bserver response missing access_token\b|\bmissing_token\b|\bRequired option not passed: .?access_token\b|\bdid not contain a JSON body\b|\bExpected JSON\b/i,
  ],
  general: true,
  unseen: true,
  means({ words, flow, server }) {
    const title = 'The application cannot read the answer of the token endpoint';
    const good = flow.tokenRequests.some(({ response }) => response.outcome === 'tokens');
    if (good) {
      return {
        title,
        says: 'The recorded answer of the token endpoint has tokens, so the library of the application misreads it.',
        fix: 'Update the OAuth library of the application, and compare its settings (endpoints, client authentication, response format) with the recorded exchange.',
      };
    }
    return {
      title,
      says: `So ${server} gave the server of the application something else than a token response.`,
      fix: HTML.test(words)
        ? `Correct the URL of the token endpoint in the settings of the application, and look whether a proxy or firewall answered: an HTML page came in place of JSON.`
        : 'Read status, Content-Type and body of that answer in the log of the application. Usual causes: an error of the server, a wrong token endpoint, an HTML page of a proxy, another format than JSON, a library that is out of date.',
    };
  },
});
