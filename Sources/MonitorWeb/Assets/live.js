// The page's one connection to the journal. It begins where the page was rendered, so nothing falls between.

const EVENTS = [
  "update", "update_deleted", "task_created", "task_updated", "task_deleted", "workstream_created",
  "workstream_updated",
];
const LOST_AFTER = 3_000;
const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 30_000;

/** Calls `onEvent(name, data)` for every entry of the journal after the page's head. */
export function follow(onEvent) {
  let cursor = document.body.dataset.headSeq;
  let delay = FIRST_DELAY;
  let source, lostTimer, retryTimer;

  function open() {
    clearTimeout(retryTimer);
    source?.close();
    source = new EventSource(`/api/stream?after_seq=${cursor}`);
    source.addEventListener("open", found);
    source.addEventListener("error", failed);
    source.addEventListener("reset", () => document.getElementById("reset").hidden = false);
    for (const name of EVENTS) {
      source.addEventListener(name, (event) => {
        cursor = event.lastEventId;
        onEvent(name, JSON.parse(event.data));
      });
    }
  }

  function found() {
    clearTimeout(lostTimer);
    lostTimer = undefined;
    delay = FIRST_DELAY;
    showConnection(true);
  }

  // The browser reconnects by itself and says where it was, but gives up for good when the answer is no stream.
  function failed() {
    lostTimer ??= setTimeout(() => showConnection(false), LOST_AFTER);
    if (source.readyState !== EventSource.CLOSED) return;
    clearTimeout(retryTimer);
    retryTimer = setTimeout(open, delay * (0.75 + Math.random() / 2));
    delay = Math.min(delay * 2, LONGEST_DELAY);
  }

  document.getElementById("try-now").addEventListener("click", open);
  addEventListener("online", open);
  open();
}

function showConnection(isLive) {
  document.getElementById("live").hidden = !isLive;
  document.getElementById("not-live").hidden = isLive;
  document.getElementById("lost").hidden = isLive;
}
