// What the client has to say about an answer, told from the answer alone by the rules that the servers document.
//
// In: method, status, headers and body of an answer. Out: the code of the error, or undefined for a success. Knows nothing of
// the client.

const LEASE = /update[- ]token|update lease/i;
const BUSY = /already in progress|active update|update is in progress|currently being updated/i;

/** The code of the error that `answer` stands for; undefined where it is a success. */
export function expectedCode(method, answer) {
  const { status, text } = answer;
  if (status >= 200 && status < 300) return undefined;
  const body = objectIn(text);
  const said = messageOf(body) ?? "";
  if (status >= 500) return status === 501 ? "unsupported" : "server";
  switch (status) {
    case 400:
      // What a route for any word says about a word that it does not know.
      return body?.code === "invalid_kind" ? "unsupported" : "validation";
    case 401:
      return LEASE.test(said) ? "lease_expired" : "unauthorized";
    case 402:
      return "plan_required";
    case 403:
      return body?.code === "lease_url_mismatch" ? "lease_expired" : "forbidden";
    case 404:
      return saysWhatIsMissing(method, answer, body) ? "not_found" : "unsupported";
    case 405:
      return "unsupported";
    case 406:
    case 415:
      return "not_acceptable";
    case 408:
      return "timeout";
    case 409:
      return BUSY.test(said) ? "update_in_progress" : "conflict";
    case 412:
      return "conflict";
    case 413:
    case 431:
      return "payload_too_large";
    case 429:
      return "rate_limited";
    default:
      return status >= 400 ? "validation" : "decode";
  }
}

/** The server's own words: of the API's form of an error, of OAuth's, or of a bare `{error}`. */
export function messageOf(body) {
  return [body?.message, body?.error_description, body?.error].find((text) => typeof text === "string");
}

/** Milliseconds that the answer asks to wait. */
export function expectedWait(answer) {
  const seconds = header(answer, "retry-after");
  return seconds !== undefined && /^\d+$/.test(seconds) ? Number(seconds) * 1000 : undefined;
}

export function header(answer, name) {
  return answer.headers.find(([other]) => other.toLowerCase() === name)?.[1];
}

/** The object that a text is the JSON of. */
export function objectIn(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** An API says in JSON that a thing is missing; a router says in plain text that the endpoint is. HEAD has no body to tell by. */
function saysWhatIsMissing(method, answer, body) {
  return method === "HEAD" ? !/^text\//.test(header(answer, "content-type") ?? "") : body !== undefined;
}
