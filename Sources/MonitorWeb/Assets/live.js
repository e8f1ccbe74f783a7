// What the journal says: every entry after the page's head, once, in order. HTTP/1.1 has six connections for a host, so
// all pages of the browser share one: in a shared worker; where there is none, in the page that holds a lock; where
// there are no locks either (plain HTTP to another host), each page has its own.

import { showConnection, showReset } from "./connection.js";
import { startHub } from "./hub.js";

const PING = 10_000;
/** Counted up when worker and pages say other things to each other: pages of an older server keep their worker. */
const NAME = "monitor 1";
const followers = [];
let cursor = Number(document.body.dataset.headSeq);
let send, port, askedAt, isHeard = true;

/** Calls `onEvent(name, data, seq)` for every entry after the page's head; to be called while the page's script runs. */
export function follow(onEvent) {
  followers.push(onEvent);
  if (!send) start();
}

/** Asks for what this page has not had. */
function ask(isUrgent = false) {
  send({ after: cursor, isUrgent });
}

/** Has the connection opened again at once. */
export const reconnect = () => ask(true);

function start() {
  showConnection({ isLive: false });
  connect("SharedWorker" in window ? shared : other());
  setInterval(ping, PING);
  addEventListener("online", reconnect);
  addEventListener("pageshow", (event) => event.persisted && ask());
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  addEventListener("pagehide", () => port?.postMessage({ isLeaving: true }));
}

function connect(way) {
  send = way();
  ask();
}

function shared() {
  const worker = new SharedWorker("/assets/worker.js", { type: "module", name: NAME });
  worker.onerror = () => {
    port = undefined;
    connect(other());
  };
  port?.close();
  port = worker.port;
  port.onmessage = ({ data }) => receive(data);
  return (question) => port.postMessage(question);
}

const other = () => navigator.locks && "BroadcastChannel" in window ? elected : alone;

/** The page that holds the lock leads; when it goes the next one does, from where it is itself. */
function elected() {
  const channel = new BroadcastChannel(NAME);
  const relay = (message) => channel.postMessage(message);
  let lead;
  channel.onmessage = ({ data }) => "after" in data ? lead?.(data, relay) : receive(data);
  navigator.locks.request(NAME, () => {
    lead = startHub((message) => {
      relay(message);
      receive(message);
    });
    ask();
    return new Promise(() => {});
  });
  return (question) => lead ? lead(question, receive) : relay(question);
}

function alone() {
  const lead = startHub(receive);
  return (question) => lead(question, receive);
}

// A worker may end without a word; a new one begins where this page is.
function ping() {
  if (!isHeard) {
    showConnection({ isLive: false });
    if (port) connect(shared);
  }
  isHeard = false;
  ask();
}

function receive(message) {
  isHeard = true;
  const { isLive, last, prev = last, seq, resetTo, isAhead } = message;
  if (isLive !== undefined) showConnection(message);
  if (resetTo !== undefined) return reset(resetTo, isAhead);
  if (prev > cursor) askForMissed();
  else if (seq > cursor) deliver(message);
}

function askForMissed() {
  if (askedAt === cursor) return;
  askedAt = cursor;
  ask();
}

function deliver({ name, data, seq }) {
  cursor = seq;
  const entry = JSON.parse(data);
  for (const follower of followers) {
    try {
      follower(name, entry, seq);
    } catch (error) {
      reportError(error);
    }
  }
}

/** The journal ends before this page's cursor (a restored backup), or begins after it (pruned). */
function reset(to, isAhead) {
  if (isAhead ? cursor <= to : cursor >= to) return;
  cursor = to;
  showReset();
}
