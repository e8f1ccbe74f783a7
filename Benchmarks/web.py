"""How fast pages come from a large store, how soon a live row is seen, and whether an open page stays as small as it was.

First bytes are measured from here, over one connection; the rest in Chromium, by web_browser.py in the packages of the
browser tests (scripts/browser-python makes them).
"""

import http.client
import json
import pathlib
import statistics
import subprocess
import time

import seed

HERE = pathlib.Path(__file__).resolve().parent
REQUESTS = 200
TASKS_OF_A_LARGE_DASHBOARD = 2000


def pages(store):
    return {
        "dashboard": "/dashboard",
        "dashboard, one workstream": f"/dashboard?workstream_id={store.workstreams[0]}",
        "task": f"/tasks/{store.busiest}",
        "workstream": f"/workstreams/{store.workstreams[0]}",
        "stream": "/stream",
        "stream, grouped": "/stream?view=grouped",
        "stream, lanes": "/stream?view=lanes",
        "stream, errors": "/stream?level=error",
        "search": "/search",
        "search, rare words": "/search?q=refund+ledger",
        "search, a common word": "/search?q=tax",
        "needs": "/fragments/needs",
    }


def first_byte(port, name, path):
    """Milliseconds from the request to the first byte of its answer; one page after the other, as a reader asks."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    times, size = [], 0
    for _ in range(REQUESTS):
        began = time.perf_counter()
        connection.request("GET", path)
        response = connection.getresponse()
        times.append((time.perf_counter() - began) * 1000)
        size = len(response.read())
        if response.status != 200:
            return {"label": f"web: {name}", "status": response.status}
    connection.close()
    times.sort()
    return {"label": f"web: {name}", "latency_p50_ms": round(statistics.median(times), 2), "kb": round(size / 1000, 1),
            "latency_p99_ms": round(times[int(len(times) * 0.99)], 2), "latency_max_ms": round(times[-1], 2)}


def browser(port, store, updates):
    """The lines of Chromium's part; none where there is no Chromium."""
    python = subprocess.run([HERE.parent / "scripts" / "browser-python"], stdout=subprocess.PIPE, text=True, check=False)
    if python.returncode:
        return
    command = [python.stdout.strip(), HERE / "web_browser.py", f"http://127.0.0.1:{port}", store.busiest, str(updates)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            yield json.loads(line)
    if process.returncode:
        raise RuntimeError(f"web_browser.py ended with {process.returncode}")


def measure(monitor, updates, live_updates):
    """The lines of all parts; `monitor` starts a server."""
    with monitor() as server:
        began = time.monotonic()
        store = seed.Seed(server, workstreams=50, tasks=500, updates=updates)
        yield {"label": "web: seed", "per_s": updates / (time.monotonic() - began)}
        for name, path in pages(store).items():
            yield first_byte(server.port, name, path)
        yield from browser(server.port, store, live_updates)
    with monitor() as server:
        seed.Seed(server, workstreams=50, tasks=TASKS_OF_A_LARGE_DASHBOARD, updates=TASKS_OF_A_LARGE_DASHBOARD)
        yield first_byte(server.port, f"dashboard, {TASKS_OF_A_LARGE_DASHBOARD} tasks", "/dashboard")
