/** What to say when connecting fails. A browser does not tell a refused cross-origin answer from a server that is not there: both are said. */
import type { EngineError } from "../../js/elements/engine/engine.js";

export interface Advice {
  title: string;
  todo: readonly string[];
}

export function adviceOn({ code, status }: EngineError, url: string): Advice {
  switch (code) {
    case "unauthorized":
      return { title: "The server does not accept this token", todo: ["It may have expired, or belong to another server. Make a new one in the settings of your account."] };
    case "forbidden":
      return { title: "The token may not read this", todo: ["Use a token of a user, or of an organisation with the right to read stacks."] };
    case "not_found":
    case "unsupported":
    case "decode":
      return { title: "This is no Pulumi service", todo: [`There is a server at \`${url}\`, but it does not answer as the Pulumi Cloud API does. Enter the address of the API, such as \`https://api.pulumi.com\`, not that of the console.`] };
    case "timeout":
      return { title: "The server took too long", todo: ["Try again in a moment, or look whether the address is right."] };
    case "network":
      return navigator.onLine
        ? {
            title: "The server cannot be reached from this page",
            todo: [
              `Either nothing answers at \`${url}\`, or it does not allow pages of other origins to read it (CORS), which a browser does not tell apart.`,
              `If the address is right, let the server allow the origin \`${location.origin}\`, or run \`stackscope serve --backend ${url}\`: it serves this page in front of the server, and keeps the token to itself.`,
            ],
          }
        : { title: "This machine is offline", todo: ["Connect to the network, then try again. Files can be opened all the same."] };
    default:
      return { title: status !== undefined && status >= 500 ? "The server failed" : "Connecting did not work", todo: ["Try again in a moment."] };
  }
}
