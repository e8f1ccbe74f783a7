// The browser's one connection to the journal. It runs in the shared worker, or in the page that leads the others.

const EVENTS = [
  "update", "update_deleted", "task_created", "task_updated", "task_deleted", "workstream_created",
  "workstream_updated",
];
const FIRST_DELAY = 500;
const LONGEST_DELAY = 15_000;
/** What pages may miss between their rendering and their first word; who is further behind has it replayed. */
const MOST_ENTRIES = 1_000;
const MOST_CHARACTERS = 4_000_000;

/**
 * Opens the connection at the first question. `send` reaches every page with one of: `{ name, data, seq, prev }`, where
 * `prev` is the seq of the entry before, so that a page sees that it missed one; `{ isLive, retryAt, last }`;
 * `{ resetTo, isAhead }`. The answer is `ask({ after, isUrgent }, reply)`: a page has had everything up to `after`.
 */
export function startHub(send) {
  let source, timer, first, last, entries = [], characters = 0;
  let isLive = false, retryAt = 0, delay = FIRST_DELAY;

  function open() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(`/api/stream?after_seq=${last}`);
    source.onopen = () => {
      delay = FIRST_DELAY;
      tell(true);
    };
    source.onerror = failed;
    source.addEventListener("reset", reset);
    for (const name of EVENTS) source.addEventListener(name, (event) => add(name, event.data, Number(event.lastEventId)));
  }

  // Not left to the browser: it gives up for good when the answer is no stream, and does not say when it tries again.
  function failed() {
    source.close();
    const wait = delay * (0.75 + Math.random() / 2);
    delay = Math.min(delay * 2, LONGEST_DELAY);
    timer = setTimeout(open, wait);
    tell(false, Date.now() + wait);
  }

  function tell(isNowLive, next = 0) {
    isLive = isNowLive;
    retryAt = next;
    send(state());
  }

  const state = () => ({ isLive, retryAt, last });

  function add(name, data, seq) {
    const entry = { name, data, seq, prev: last };
    last = seq;
    entries.push(entry);
    characters += data.length;
    while (entries.length > MOST_ENTRIES || characters > MOST_CHARACTERS) {
      const dropped = entries.shift();
      characters -= dropped.data.length;
      first = dropped.seq;
    }
    send(entry);
  }

  function begin(after) {
    entries = [];
    characters = 0;
    first = last = after;
  }

  function reset({ data }) {
    const { reason, oldest_seq, head_seq } = JSON.parse(data);
    const isAhead = reason === "cursor_ahead";
    begin(isAhead ? head_seq : oldest_seq - 1);
    send({ resetTo: last, isAhead });
  }

  return function ask({ after, isUrgent }, reply) {
    const isBehind = first === undefined || after < first;
    if (isBehind) begin(after);
    for (const entry of entries) if (entry.seq > after) reply(entry);
    if (isBehind || isUrgent) open();
    reply(state());
  };
}
