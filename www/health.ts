/**
 * Whether the network and the server are there, as far as the page can tell: from the browser's word, and from calls that failed. One endpoint that
 * fails is the matter of its view: the server is away, or refuses the token, only if it does so when asked who the user is.
 *
 * Emits "change". While the server is away it is asked again now and then; when it is back, `returned` counts up, so that views can be drawn anew.
 */
import { engine, type EngineError, type FailedDetail } from "../js/elements/engine/engine.js";
import { serverId } from "../js/elements/engine/servers.js";
import type { Server } from "../js/elements/public.js";
import type { Session } from "./session.js";

/** `refused`: the server no longer takes the token. */
export type Trouble = "none" | "offline" | "away" | "refused";

/** All else is an answer, if only a refusal. */
const AWAY = new Set<string | undefined>(["network", "timeout", "server"]);
const FIRST_MS = 2_000;
const LONGEST_MS = 30_000;

export class Health extends EventTarget {
  trouble: Trouble = "none";
  /** How often the server has come back. */
  returned = 0;
  readonly #session: Session;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delay = FIRST_MS;
  #suspected = false;

  constructor(session: Session) {
    super();
    this.#session = session;
    let { server } = session;
    session.addEventListener("change", () => {
      if (session.server === server) return;
      server = session.server;
      this.#set("none");
    });
    engine.addEventListener("failed", (event) => this.#heard((event as CustomEvent<FailedDetail>).detail));
    window.addEventListener("offline", () => this.#set("offline"));
    window.addEventListener("online", () => void this.#online());
    if (!navigator.onLine) this.trouble = "offline";
  }

  /** Asks the server at once. */
  async ask(): Promise<void> {
    clearTimeout(this.#timer);
    const { server } = this.#session;
    if (server === undefined || this.trouble !== "away") return;
    const answer = await ping(server);
    if (this.#session.server !== server || this.trouble !== "away") return;
    if (answer !== "away") {
      this.returned += 1;
      this.#set(this.#troubleOf(answer));
    } else {
      this.#delay = Math.min(LONGEST_MS, this.#delay * 1.5);
      this.#later();
    }
  }

  /** What was asked for while the machine was offline has failed: the view is drawn anew. */
  async #online(): Promise<void> {
    const { server } = this.#session;
    if (server === undefined) return this.#set("none");
    const answer = await ping(server);
    if (this.#session.server !== server) return;
    if (answer !== "away") this.returned += 1;
    this.#set(this.#troubleOf(answer));
  }

  /** One call failed: what is the matter is told by the server's answer to who the user is. */
  async #suspect(): Promise<void> {
    const { server } = this.#session;
    if (server === undefined || this.trouble !== "none" || this.#suspected) return;
    this.#suspected = true;
    const answer = await ping(server);
    this.#suspected = false;
    if (this.#session.server === server && this.trouble === "none") this.#set(this.#troubleOf(answer));
  }

  /** The backend that serves the page has a token of its own: nobody could give it another one here. */
  #troubleOf(answer: Answer): Trouble {
    return answer === "there" || (answer === "refused" && this.#session.onOwnBackend) ? "none" : answer;
  }

  /** Someone found the server away. */
  away(): void {
    if (this.trouble === "none") this.#set("away");
  }

  /** Who connects, and asks whether the server is there, is told by the call itself. */
  #heard({ method, error: { code } }: FailedDetail): void {
    if (this.#session.server === undefined || method === "user.get" || method === "server.ping") return;
    if (code === "unauthorized" || isAway(code)) void this.#suspect();
  }

  #set(trouble: Trouble): void {
    if (this.trouble === trouble) return;
    this.trouble = trouble;
    clearTimeout(this.#timer);
    this.#delay = FIRST_MS;
    if (trouble === "away") this.#later();
    this.dispatchEvent(new Event("change"));
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(), this.#delay);
  }
}

/** Whether the code of a failed request means that the server is not there. */
export const isAway = (code: string | undefined): boolean => AWAY.has(code);

type Answer = "there" | "away" | "refused";

async function ping(server: Server): Promise<Answer> {
  try {
    await engine.call("server.ping", { server: await serverId(server) });
    return "there";
  } catch (error) {
    const { code } = error as Partial<EngineError>;
    if (code === "unauthorized") return "refused";
    return isAway(code) ? "away" : "there";
  }
}
