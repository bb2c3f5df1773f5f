// React 19 sets properties of custom elements and listens to their events by itself: no wrapper is needed.
import { useState, type ChangeEvent } from "react";
import "stackscope/elements";
import type { Query, QueryEvent, StateSource } from "stackscope/elements";

export function App() {
  const [sides, setSides] = useState<{ old: StateSource; new: StateSource }>({ old: "old.json", new: "new.json" });
  const [query, setQuery] = useState<Query>({});
  const choose = (side: "old" | "new") => (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file) setSides((before) => ({ ...before, [side]: file }));
  };
  return (
    <main>
      <h1>What changed?</h1>
      <label>Old state <input type="file" id="old" onChange={choose("old")} /></label>{" "}
      <label>New state <input type="file" id="new" onChange={choose("new")} /></label>
      <p id="chosen">{new URLSearchParams(query).toString() || "Nothing chosen yet"}</p>
      <button type="button" onClick={() => setQuery({})}>Forget what was chosen</button>
      <stackscope-diff old={sides.old} new={sides.new} query={query} onstackscope-query={({ detail }: QueryEvent) => setQuery(detail.query)} />
    </main>
  );
}
