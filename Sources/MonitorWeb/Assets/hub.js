// The browser's one connection to the journal.

const EVENTS = [
  "update", "update_deleted", "task_created", "task_updated", "task_deleted", "workstream_created",
  "workstream_updated",
];
const [FIRST_DELAY, LONGEST_DELAY] = [500, 15_000];
/** What a page may miss before its first question; for one further back the journal is replayed. */
const MOST_ENTRIES = 200;

/** Pages ask on the channel; all hear the answers: entries (`prev` is the entry before), the state, or a reset. */
export function startHub(channelName) {
  const channel = new BroadcastChannel(channelName);
  const tell = (message) => channel.postMessage(message);
  const state = { isLive: false };
  let source, timer, first, entries, delay = FIRST_DELAY;

  function begin(after) {
    entries = [];
    first = state.last = after;
  }

  function open() {
    clearTimeout(timer);
    source?.close();
    source = new EventSource(`/api/stream?after_seq=${state.last}`);
    source.onopen = () => {
      delay = FIRST_DELAY;
      tell(Object.assign(state, { isLive: true }));
    };
    source.onerror = failed;
    source.addEventListener("reset", reset);
    for (const name of EVENTS) source.addEventListener(name, add);
  }

  // A browser gives up when the answer is no stream, and does not say when it tries again.
  function failed() {
    source.close();
    const wait = delay * (0.75 + Math.random() / 2);
    delay = Math.min(delay * 2, LONGEST_DELAY);
    timer = setTimeout(open, wait);
    tell(Object.assign(state, { isLive: false, retryAt: Date.now() + wait }));
  }

  function add({ type: name, data, lastEventId }) {
    const entry = { name, data, seq: Number(lastEventId), prev: state.last };
    state.last = entry.seq;
    if (entries.push(entry) > MOST_ENTRIES) first = entries.shift().seq;
    tell(entry);
  }

  function reset({ data }) {
    const { reason, oldest_seq, head_seq } = JSON.parse(data);
    const isAhead = reason === "cursor_ahead";
    begin(isAhead ? head_seq : oldest_seq - 1);
    tell({ resetTo: first, isAhead });
  }

  channel.onmessage = ({ data: { after, isUrgent } }) => {
    if (after === undefined) return;
    const isBehind = !source || after < first;
    if (isBehind) begin(after);
    for (const entry of entries) if (entry.seq > after) tell(entry);
    if (isBehind || isUrgent) open();
    tell(state);
  };
  tell({ isNew: true });
}
