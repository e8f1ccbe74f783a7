// However many events come, at most one request is under way; the next one asks for all that came meanwhile.

/** Short enough for a row within a quarter of a second, long enough for a few requests a second. */
const PAUSE = 100;
const LONGEST_DELAY = 30_000;
const BATCH = 50;

/** Resolves as soon as the page is looked at: what nobody sees is not fetched. */
export async function visible() {
  if (document.hidden) await new Promise((shown) => document.addEventListener("visibilitychange", shown, { once: true }));
}

/**
 * Returns a function that asks for a run of `work`, which gets the keys that were asked for. Runs never overlap, and one
 * that fails is tried again later. A run waits for `ready`, such as `moving` (connection.js) where a pause holds it back.
 */
export function coalesce(work, ready = visible) {
  const keys = new Set();
  let isRunning = false;

  return async function request(key) {
    keys.add(key);
    if (isRunning) return;
    isRunning = true;
    let delay = PAUSE;
    while (keys.size > 0) {
      await ready();
      const batch = [...keys].slice(0, BATCH);
      for (const wanted of batch) keys.delete(wanted);
      try {
        await work(batch);
        delay = PAUSE;
      } catch {
        for (const failed of batch) keys.add(failed);
        delay = Math.min(delay * 2, LONGEST_DELAY);
      }
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
    isRunning = false;
  };
}
