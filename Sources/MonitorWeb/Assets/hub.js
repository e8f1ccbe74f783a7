// The browser's one connection to the journal, in the shared worker or in the page that leads the others.

const EVENTS = [
  "update", "update_deleted", "task_created", "task_updated", "task_deleted", "workstream_created",
  "workstream_updated",
];
const [FIRST_DELAY, LONGEST_DELAY] = [500, 15_000];
/** What a page may miss between its rendering and its first word; for one further behind the journal is replayed. */
const [MOST_ENTRIES, MOST_CHARACTERS] = [1_000, 4_000_000];

/**
 * `send` reaches every page, with `{ name, data, seq, prev }` (`prev`, the entry before, shows a page that it missed one),
 * `{ isLive, retryAt, last }` or `{ resetTo, isAhead }`. Returns `ask({ after, isUrgent }, reply)` for the pages.
 */
export function startHub(send) {
  const state = { isLive: false, retryAt: 0 };
  let source, timer, first, entries, characters, delay = FIRST_DELAY;

  function begin(after) {
    [entries, characters] = [[], 0];
    first = state.last = after;
  }

  function open() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(`/api/stream?after_seq=${state.last}`);
    source.onopen = () => {
      delay = FIRST_DELAY;
      send(Object.assign(state, { isLive: true }));
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
    send(Object.assign(state, { isLive: false, retryAt: Date.now() + wait }));
  }

  function add(name, data, seq) {
    const entry = { name, data, seq, prev: state.last };
    state.last = seq;
    entries.push(entry);
    characters += data.length;
    while (entries.length > MOST_ENTRIES || characters > MOST_CHARACTERS) {
      first = entries[0].seq;
      characters -= entries.shift().data.length;
    }
    send(entry);
  }

  function reset({ data }) {
    const { reason, oldest_seq, head_seq } = JSON.parse(data);
    const isAhead = reason === "cursor_ahead";
    begin(isAhead ? head_seq : oldest_seq - 1);
    send({ resetTo: first, isAhead });
  }

  return function ask({ after, isUrgent }, reply) {
    const isBehind = !source || after < first;
    if (isBehind) begin(after);
    for (const entry of entries) if (entry.seq > after) reply(entry);
    if (isBehind || isUrgent) open();
    reply(state);
  };
}
