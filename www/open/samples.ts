/** Examples that come with the page. */
import type { LogFile, StateFile } from "../session.js";

const at = (name: string) => ({ name, source: `samples/${name}` });

export const SAMPLE_STATES: { old: StateFile; new: StateFile } = { old: at("old.json"), new: at("new.json") };
export const SAMPLE_LOG: LogFile = at("update.json");
