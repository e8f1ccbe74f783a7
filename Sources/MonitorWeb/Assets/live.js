// What the journal says, for this page: every entry after the page's head, once, in order. One connection serves all
// pages of the browser, since HTTP/1.1 has six for a host: in a shared worker; where there is none, in the page that
// holds a lock; where there is none of these either (plain HTTP to another host), in each page.

import { startHub } from "./hub.js";
import { showConnection, showReset } from "./connection.js";

const PING = 10_000;
const followers = [];
let cursor = Number(document.body.dataset.headSeq);
let ask, port, askedAt, isHeard = true;

/** Calls `onEvent(name, data, seq)` for every entry after the page's head; to be called while the page's script runs. */
export function follow(onEvent) {
  followers.push(onEvent);
  if (!ask) start();
}

/** Has the connection opened again at once. */
export function reconnect() {
  ask({ after: cursor, isUrgent: true });
}

function start() {
  showConnection({ isLive: false });
  connect();
  setInterval(ping, PING);
  addEventListener("online", reconnect);
  addEventListener("pageshow", (event) => event.persisted && ask({ after: cursor }));
  document.addEventListener("visibilitychange", () => document.hidden || ask({ after: cursor }));
  addEventListener("pagehide", () => port?.postMessage({ isLeaving: true }));
}

function connect() {
  if ("SharedWorker" in window) ask = shared();
  else withoutWorker();
  ask({ after: cursor });
}

function withoutWorker() {
  ask = navigator.locks && "BroadcastChannel" in window ? elected() : alone();
}

// The number changes with what worker and pages say to each other: pages of an older server keep their worker.
function shared() {
  const worker = new SharedWorker("/assets/worker.js", { type: "module", name: "monitor 1" });
  worker.onerror = () => {
    port = undefined;
    withoutWorker();
    ask({ after: cursor });
  };
  port?.close();
  port = worker.port;
  port.onmessage = ({ data }) => receive(data);
  return (question) => port.postMessage(question);
}

/** The page that holds the lock leads; when it goes, the next one does, from where it is itself. */
function elected() {
  const channel = new BroadcastChannel("monitor 1");
  let lead;
  channel.onmessage = ({ data }) => {
    if (!("after" in data)) receive(data);
    else lead?.(data, (message) => channel.postMessage(message));
  };
  navigator.locks.request("monitor 1", () => {
    lead = startHub((message) => {
      channel.postMessage(message);
      receive(message);
    });
    ask({ after: cursor });
    return new Promise(() => {});
  });
  return (question) => lead ? lead(question, receive) : channel.postMessage(question);
}

function alone() {
  const lead = startHub((message) => receive(message));
  return (question) => lead(question, receive);
}

// A worker may end without a word. The new one begins where this page is.
function ping() {
  if (!isHeard) {
    showConnection({ isLive: false });
    if (port) connect();
  }
  isHeard = false;
  ask({ after: cursor });
}

function receive(message) {
  isHeard = true;
  if ("isLive" in message) {
    showConnection(message);
    if (message.last > cursor) askForMissed();
  } else if ("resetTo" in message) {
    reset(message);
  } else if (message.seq > cursor) {
    if (message.prev > cursor) askForMissed();
    else deliver(message);
  }
}

function askForMissed() {
  if (askedAt === cursor) return;
  askedAt = cursor;
  ask({ after: cursor });
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
function reset({ resetTo, isAhead }) {
  if (isAhead ? cursor <= resetTo : cursor >= resetTo) return;
  cursor = resetTo;
  showReset();
}
