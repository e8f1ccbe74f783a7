// Follows the journal. HTTP/1.1 has six connections for a host, so all pages of a browser share one: in a shared
// worker, else in the page that holds a lock; without locks (plain HTTP to another host) each has its own.

import { showConnection, showReset } from "./connection.js";
import { startHub } from "./hub.js";

const PING = 10_000;
const journal = new EventTarget();
let cursor = Number(document.body.dataset.headSeq);
/** Counted up when the messages change: pages of an older server keep their worker. */
let name = "monitor 2";
let channel, worker, askedAt, isHeard = true;

/** Calls `onEvent(name, data, seq)` for every entry after the page's head, once, in order; call it at the start. */
export function follow(onEvent) {
  journal.addEventListener("entry", ({ detail }) => onEvent(...detail));
  if (!channel) start();
}

function start() {
  showConnection({ isLive: false });
  join();
  ("SharedWorker" in window ? startWorker : lead)();
  setInterval(ping, PING);
  document.getElementById("try-now").addEventListener("click", () => ask(true));
  addEventListener("online", () => ask(true));
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  // Nothing is to queue up for a page that is frozen or kept for the back button.
  for (const event of ["freeze", "pagehide"]) addEventListener(event, () => channel.close(), true);
  for (const event of ["resume", "pageshow"]) addEventListener(event, join, true);
}

function join() {
  channel?.close();
  channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }) => receive(data);
  ask();
}

/** Asks for what this page has not had; `isUrgent` has the connection opened again at once. */
function ask(isUrgent = false) {
  askedAt = cursor;
  channel.postMessage({ after: cursor, isUrgent });
}

function startWorker() {
  worker = new SharedWorker("/assets/worker.js", { type: "module", name });
  worker.onerror = () => {
    worker = undefined;
    lead();
  };
}

/** Leads all pages as soon as no other does; without locks only itself. */
function lead() {
  if (navigator.locks) return navigator.locks.request(name, () => new Promise(() => startHub(name)));
  name += ` ${Math.random()}`;
  startHub(name);
  join();
}

// A worker may end without a word.
function ping() {
  if (!isHeard) showConnection({ isLive: false });
  if (!isHeard && worker) startWorker();
  isHeard = false;
  ask();
}

function receive(message) {
  const { isNew, isLive, last, prev = last, name, data, seq, resetTo, isAhead } = message;
  if (isNew) return ask();
  if (isLive !== undefined) showConnection(message);
  isHeard ||= isLive !== undefined;
  // A restored backup ends before the cursor, a pruned journal begins after it.
  if (isAhead ? resetTo < cursor : resetTo > cursor) {
    cursor = resetTo;
    showReset();
  } else if (prev > cursor) {
    if (askedAt !== cursor) ask();
  } else if (seq > cursor) {
    cursor = seq;
    journal.dispatchEvent(new CustomEvent("entry", { detail: [name, JSON.parse(data), seq] }));
  }
}
