import * as v from 'valibot';

const Whole = v.pipe(v.number(), v.integer());
const Time = v.pipe(v.number(), v.minValue(0));
/** HAR 1.2: -1 when a phase does not apply. */
const Phase = v.pipe(v.number(), v.minValue(-1));
const Moment = v.pipe(v.string(), v.isoTimestamp());
const Pairs = v.array(v.object({ name: v.string(), value: v.string() }));
const Tool = v.strictObject({ name: v.string(), version: v.string() });

/** An object of the specification: other members are allowed when they begin with `_`. */
function specified<T extends v.ObjectEntries>(entries: T) {
  const names = new Set(Object.keys(entries));
  const isAllowed = (name: string): boolean => names.has(name) || name.startsWith('_');
  return v.pipe(
    v.looseObject(entries),
    v.check((value) => Object.keys(value).every(isAllowed), 'a member is not in HAR 1.2'),
  );
}

const Cookies = v.array(
  specified({
    name: v.string(),
    value: v.string(),
    path: v.optional(v.string()),
    domain: v.optional(v.string()),
    expires: v.optional(Moment),
    httpOnly: v.optional(v.boolean()),
    secure: v.optional(v.boolean()),
    sameSite: v.optional(v.string()),
  }),
);

const Request = specified({
  method: v.string(),
  url: v.string(),
  httpVersion: v.string(),
  cookies: Cookies,
  headers: Pairs,
  queryString: Pairs,
  postData: v.optional(
    specified({ mimeType: v.string(), text: v.string(), params: v.optional(Pairs) }),
  ),
  headersSize: Whole,
  bodySize: Whole,
});

const Response = specified({
  status: Whole,
  statusText: v.string(),
  httpVersion: v.string(),
  cookies: Cookies,
  headers: Pairs,
  content: specified({
    size: Whole,
    mimeType: v.string(),
    text: v.optional(v.string()),
    encoding: v.optional(v.literal('base64')),
  }),
  redirectURL: v.string(),
  headersSize: Whole,
  bodySize: Whole,
});

const Entry = specified({
  pageref: v.optional(v.string()),
  startedDateTime: Moment,
  time: Time,
  request: Request,
  response: Response,
  cache: v.strictObject({}),
  timings: specified({
    blocked: Phase,
    dns: Phase,
    connect: Phase,
    ssl: Phase,
    send: Time,
    wait: Time,
    receive: Time,
  }),
});

/** HAR 1.2 (http://www.softwareishard.com/blog/har-12-spec/), with what importers require. */
export const Har = v.strictObject({
  log: specified({
    version: v.literal('1.2'),
    creator: Tool,
    browser: v.optional(Tool),
    comment: v.optional(v.string()),
    pages: v.array(
      specified({
        startedDateTime: Moment,
        id: v.string(),
        title: v.string(),
        pageTimings: specified({ onContentLoad: Phase, onLoad: Phase }),
      }),
    ),
    entries: v.array(Entry),
  }),
});
