/**
 * Whether the network and the server are there, as far as the page can tell: from the browser's word, and from calls that failed. One endpoint that
 * fails is the matter of its view: the server is away only if it does not say who the user is either.
 *
 * Emits "change". While the server is away it is asked again now and then; when it is back, `returned` counts up, so that views can be drawn anew.
 */
import { engine, EngineError, type FailedDetail } from "../js/elements/engine/engine.js";
import { serverId } from "../js/elements/engine/servers.js";
import type { Server } from "../js/elements/public.js";
import type { Session } from "./session.js";

/** `refused`: the server no longer takes the token. */
export type Trouble = "none" | "offline" | "away" | "refused";

const AWAY = new Set(["network", "timeout", "server"]);
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
    const there = await answers(server);
    if (this.#session.server !== server || this.trouble !== "away") return;
    if (there) {
      this.returned += 1;
      this.#set("none");
    } else {
      this.#delay = Math.min(LONGEST_MS, this.#delay * 1.5);
      this.#later();
    }
  }

  /** What was asked for while the machine was offline has failed: the view is drawn anew. */
  async #online(): Promise<void> {
    const { server } = this.#session;
    if (server === undefined) return this.#set("none");
    const there = await answers(server);
    if (this.#session.server !== server) return;
    if (there) this.returned += 1;
    this.#set(there ? "none" : "away");
  }

  async #suspect(): Promise<void> {
    const { server } = this.#session;
    if (server === undefined || this.trouble !== "none" || this.#suspected) return;
    this.#suspected = true;
    const there = await answers(server);
    this.#suspected = false;
    if (!there && this.#session.server === server) this.away();
  }

  /** Someone found the server away. */
  away(): void {
    if (this.trouble === "none") this.#set("away");
  }

  /** Who connects, and asks whether the server is there, is told by the call itself. */
  #heard({ method, error: { code } }: FailedDetail): void {
    if (this.#session.server === undefined || method === "user.get" || method === "server.ping") return;
    if (code === "unauthorized" && !this.#session.onOwnBackend) this.#set("refused");
    else if (code !== undefined && AWAY.has(code)) void this.#suspect();
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

async function answers(server: Server): Promise<boolean> {
  try {
    await engine.call("server.ping", { server: await serverId(server) });
    return true;
  } catch (error) {
    // It answered, if only with a refusal.
    return error instanceof EngineError && (error.code === "unauthorized" || error.code === "forbidden");
  }
}
