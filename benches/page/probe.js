// Runs in the measured page before its own scripts: when it could be used, when rows came, and how long its thread was kept busy.
(() => {
  const PATIENCE_MS = 90_000;
  const probe = (globalThis.probe = { tasks: [], changedAt: 0 });
  new PerformanceObserver((list) => probe.tasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })))).observe({ type: "longtask", buffered: true });
  addEventListener("change", () => (probe.changedAt = performance.now()), true);

  /** All elements that match, within shadow roots too. */
  const all = (selector, root = document) => [...root.querySelectorAll("*")].flatMap((element) => [...(element.matches(selector) ? [element] : []), ...(element.shadowRoot ? all(selector, element.shadowRoot) : [])]);
  probe.all = all;
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

  /** The moment at which `there` holds and is painted. */
  probe.when = async (there) => {
    const from = performance.now();
    while (!there()) {
      if (performance.now() - from > PATIENCE_MS) throw new Error("what was waited for did not come");
      await frame();
    }
    await frame();
    return performance.now();
  };
  /** The longest task since the moment `from`, in milliseconds; the browser tells those of 50 and more, 0 is none. */
  probe.longest = async (from = 0) => {
    await new Promise((resolve) => setTimeout(resolve, 150));
    return Math.max(0, ...probe.tasks.filter(({ startTime }) => startTime >= from).map(({ duration }) => duration));
  };
})();
