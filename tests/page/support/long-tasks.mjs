// How long the page's own thread was kept busy at a stretch.

/** Begins to watch. */
export function watchTasks(page) {
  return page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: false });
  });
}

/** The longest task since the last question, in milliseconds; the browser tells those of 50 and more, 0 is none. */
export function longestTask(page) {
  return page.evaluate(async () => {
    // Entries come after the task that they tell of.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const longest = Math.round(Math.max(0, ...window.longTasks));
    window.longTasks.length = 0;
    return longest;
  });
}
