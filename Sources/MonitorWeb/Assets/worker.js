// The shared worker: holds the connection for every page of the browser, and lives as long as one of them.

import { startHub } from "./hub.js";

/** A page asks every 10 s, once a minute in the background; one that is frozen asks again when it thaws. */
const SILENCE = 300_000;
const pages = new Map();

const ask = startHub((message) => {
  for (const port of pages.keys()) port.postMessage(message);
});

addEventListener("connect", ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    if (data.isLeaving) return pages.delete(port);
    pages.set(port, Date.now());
    ask(data, (message) => port.postMessage(message));
  };
});

setInterval(() => {
  for (const [port, heard] of pages) if (Date.now() - heard > SILENCE) pages.delete(port);
}, SILENCE);
