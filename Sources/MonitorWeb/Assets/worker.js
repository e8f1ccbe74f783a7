// The shared worker: holds the connection for every page of the browser, and lives as long as one of them.

import { startHub } from "./hub.js";

/** A page asks every few seconds, once a minute in the background; one that was frozen asks again when it thaws. */
const SILENCE = 300_000;
const pages = new Map();
const ask = startHub((message) => pages.forEach((_, port) => port.postMessage(message)));

onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => {
    if (data.isLeaving) return pages.delete(port);
    pages.set(port, Date.now());
    ask(data, (message) => port.postMessage(message));
  };
};

setInterval(() => pages.forEach((heard, port) => Date.now() - heard > SILENCE && pages.delete(port)), SILENCE);
