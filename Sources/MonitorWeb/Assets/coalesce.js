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
 * Returns a function that asks for a run of `work`; runs never overlap, and one that fails is tried again later.
 * A run waits for `ready`: `visible`, or `moving` (connection.js) where a pause holds it back.
 */
export function coalesce(work, ready = visible) {
  let isWanted = false;
  let isRunning = false;

  return async function request() {
    isWanted = true;
    if (isRunning) return;
    isRunning = true;
    let delay = PAUSE;
    while (isWanted) {
      await ready();
      isWanted = false;
      try {
        await work();
        delay = PAUSE;
      } catch {
        isWanted = true;
        delay = Math.min(delay * 2, LONGEST_DELAY);
      }
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
    isRunning = false;
  };
}

/** Returns a function that takes a key; `work` gets the keys in batches, a failed batch again. */
export function batches(work, ready) {
  const keys = new Set();
  const run = coalesce(async () => {
    const batch = [...keys].slice(0, BATCH);
    if (batch.length === 0) return;
    await work(batch.filter((key) => keys.delete(key))).catch((error) => {
      for (const key of batch) keys.add(key);
      throw error;
    });
    if (keys.size > 0) run();
  }, ready);

  return function add(key) {
    keys.add(key);
    run();
  };
}
