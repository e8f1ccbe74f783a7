#!/usr/bin/env python3
"""Chromium's part of web.py: when a live row is seen after its POST's answer, and what an open page holds in memory.

usage: web_browser.py URL TASK UPDATES
Prints one line of JSON for each measurement.
"""

import http.client
import json
import os
import shutil
import statistics
import sys
import time
import urllib.parse

from playwright.sync_api import sync_playwright

ROWS = 50
BATCH = 50
# More rows than a page keeps.
FULL = 600
SAMPLES = 10

# Remembers by the wall clock when a marked text was first painted.
WATCH = """
() => {
  window.seen = {};
  const now = () => performance.timeOrigin + performance.now();
  new MutationObserver(() => {
    for (const [, number] of document.querySelector("main").textContent.matchAll(/marker (\\d+)\\./g)) {
      if (!(number in window.seen)) {
        window.seen[number] = 0;
        requestAnimationFrame(() => window.seen[number] = now());
      }
    }
  }).observe(document.querySelector("main"), { childList: true, subtree: true, characterData: true });
}
"""


class Client:
    def __init__(self, url, task):
        self.host, self.task = urllib.parse.urlsplit(url).netloc, task
        self.connection = http.client.HTTPConnection(self.host, timeout=30)

    def post(self, path, body):
        self.connection.request("POST", path, json.dumps(body), {"Content-Type": "application/json"})
        response = self.connection.getresponse()
        response.read()
        if response.status // 100 != 2:
            raise RuntimeError(f"{path}: {response.status}")

    def update(self, message):
        return {"task_id": self.task, "source": "claude:live", "kind": "assistant_message", "message": message,
                "data": {"text": message * 4}}


def opened(context, path):
    page = context.new_page()
    page.goto(path)
    page.locator("#live").wait_for(state="visible")
    page.evaluate(WATCH)
    return page


def wait_for(page, number):
    page.wait_for_function("(number) => window.seen[number] > 0", arg=number, timeout=60_000)
    return page.evaluate("(number) => window.seen[number]", number)


def live_rows(context, client, name, path):
    """Milliseconds from the answer of a POST to the frame that shows its row, one after the other."""
    page = opened(context, path)
    times = []
    for number in range(ROWS + 1):
        client.post("/api/updates", client.update(f"marker {number}."))
        answered = time.time() * 1000
        times.append(wait_for(page, number) - answered)
    page.close()
    times = sorted(times[1:])  # the first one finds the page still starting
    return {"label": f"web live: {name}", "latency_p50_ms": round(statistics.median(times), 1),
            "latency_p95_ms": round(times[int(len(times) * 0.95)], 1), "latency_max_ms": round(times[-1], 1)}


def memory(context, client, name, path, updates):
    """Megabytes of the script's heap and thousands of nodes, after a collection, while updates come in."""
    page = opened(context, path)
    session = context.new_cdp_session(page)
    session.send("Performance.enable")
    heap, nodes, marker = [], [], 1_000_000
    for sample in range(SAMPLES + 1):
        # The first sample is of a page whose list is full.
        for first in range(0, updates // SAMPLES if sample else FULL, BATCH):
            client.post("/api/updates/batch", [client.update(f"live {sample} {first + number}") for number in range(BATCH)])
        client.post("/api/updates", client.update(f"marker {marker + sample}."))
        wait_for(page, marker + sample)
        session.send("HeapProfiler.collectGarbage")
        metrics = {metric["name"]: metric["value"] for metric in session.send("Performance.getMetrics")["metrics"]}
        heap.append(round(metrics["JSHeapUsedSize"] / 1e6, 2))
        nodes.append(int(metrics["Nodes"]))
    page.close()
    return {"label": f"web memory: {name}", "updates": updates, "heap_mb": heap, "nodes": nodes}


def main():
    url, task, updates = sys.argv[1], sys.argv[2], int(sys.argv[3])
    client = Client(url, task)
    # The workstream where something happened last comes first: the task is on the dashboard.
    client.post("/api/updates", client.update("the newest"))
    pages = {"dashboard": "/dashboard", "task": f"/tasks/{task}", "stream": "/stream"}
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
        chromium = playwright.chromium.launch(executable_path=executable, args=flags)
        for name, path in pages.items():
            context = chromium.new_context(base_url=url)
            print(json.dumps(live_rows(context, client, name, path)), flush=True)
            print(json.dumps(memory(context, client, name, path, updates)), flush=True)
            context.close()
        chromium.close()


if __name__ == "__main__":
    main()
