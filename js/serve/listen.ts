/** Listens on loopback. Port 0 takes any free port; another port that is taken gives way to the next. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

export const HOST = "127.0.0.1";
const PORTS_TRIED = 50;

export async function listenFrom(server: Server, first: number): Promise<number> {
  for (let port = first; ; port += 1) {
    try {
      return await listen(server, port);
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!taken || port >= Math.min(first + PORTS_TRIED, 65535)) throw error;
    }
  }
}

export function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Stops listening and drops the connections that are left. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
