import { setTimeout as sleep } from 'node:timers/promises';
import { type Server, startServer } from './start.ts';

/** A server that is started again whenever it ends by itself. */
export interface Keeper {
  readonly server: Server;
  stop(): Promise<void>;
}

const LONGEST_PAUSE_MS = 30_000;

/**
 * Starts the server and keeps it going: after a crash it recovers at the same address, so that pools find it again by themselves.
 * What had been acknowledged is there; what was under way fails and may be sent again.
 */
export async function keepServer(folder: string, onLost: (detail: string) => void = () => undefined): Promise<Keeper> {
  let stopping = false;
  let starting: Promise<Server>;
  const again = async (detail: string): Promise<Server> => {
    onLost(detail);
    for (let pause = 100; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await startServer(folder, { onLost: lost });
      } catch (error) {
        if (stopping) throw error;
        onLost(String(error));
        await sleep(pause);
      }
    }
  };
  const lost = (detail: string): void => {
    if (stopping) return;
    starting = again(detail);
    starting.catch(() => undefined);
  };
  starting = startServer(folder, { onLost: lost });
  const server = await starting;
  return {
    server,
    stop: async () => {
      stopping = true;
      await starting.then(
        (last) => last.stop(),
        () => undefined,
      );
    },
  };
}
