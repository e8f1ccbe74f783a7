// However many events come, one request at most is under way; the next asks for all that came meanwhile.

const PAUSE = 100;
const LONGEST_DELAY = 30_000;
const BATCH = 50;

/** Resolves when the page is looked at. */
export async function visible() {
  if (!document.hidden) return;
  await new Promise((shown) => document.addEventListener("visibilitychange", shown, { once: true }));
}

/** Returns a function that asks for a key; `work` gets all that were, when `ready`, and again if it fails. */
export function coalesce(work, ready = visible) {
  const keys = new Set();
  let isRunning = false;

  return async (key) => {
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
