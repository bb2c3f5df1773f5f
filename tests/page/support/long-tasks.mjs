// How long the page's own thread was kept busy at a stretch.

/** Begins to watch. */
export function watchTasks(page) {
  return page.evaluate(() => {
    window.seenTasks = [];
    window.longTasks = new PerformanceObserver((list) => window.seenTasks.push(...list.getEntries()));
    window.longTasks.observe({ type: "longtask", buffered: false });
  });
}

/** The longest task since the last question, in milliseconds; the browser tells those of 50 and more, 0 is none. */
export function longestTask(page) {
  return page.evaluate(() => {
    const tasks = [...window.seenTasks.splice(0), ...window.longTasks.takeRecords()];
    return Math.round(Math.max(0, ...tasks.map(({ duration }) => duration)));
  });
}
