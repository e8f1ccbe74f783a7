"""The real monitor-server, on a free port of 127.0.0.1 with a database of its own."""

import http.client
import json
import os
import pathlib
import signal
import socket
import subprocess
import time
import urllib.parse

START_SECONDS = 20
STOP_SECONDS = 10
# A connection that was silent for longer may have been closed by the server.
IDLE_SECONDS = 5


def binaries():
    """The folder with monitor-server and monitor-cli, which `make test` names."""
    folder = os.environ.get("MONITOR_BIN_DIR")
    if not folder:
        raise RuntimeError("MONITOR_BIN_DIR has to name the folder of monitor-server; `make test-browser` does it")
    return pathlib.Path(folder)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class MonitorServer:
    """Ends with its `with` block; `stop` and `start` in between keep its port and its database."""

    def __init__(self, folder, *flags):
        self.folder = pathlib.Path(folder)
        self.flags = flags
        self.port = free_port()
        self.token = None
        self.process = None
        self._connection = None
        self._last_use = 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        if self.process:
            self.stop()

    def start(self):
        command = [binaries() / "monitor-server", "--bind", f"127.0.0.1:{self.port}",
                   "--db", f"sqlite:{self.folder}/monitor.db?mode=rwc", "--log-level", "warning", *self.flags]
        environment = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")}
        with open(self.folder / "log", "ab") as log:
            self.process = subprocess.Popen(command, cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                                            stdout=log, stderr=subprocess.STDOUT)
        self._wait_until_ready()

    def stop(self):
        process, self.process = self.process, None
        self._hang_up()
        process.send_signal(signal.SIGTERM)
        try:
            status = process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise RuntimeError(f"the server did not end within {STOP_SECONDS} s of SIGTERM") from None
        if status != 0:
            raise RuntimeError(f"the server ended with {status}:\n{self.log()}")

    def log(self):
        return (self.folder / "log").read_text(errors="replace")[-4000:]

    def _wait_until_ready(self):
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                if self.exchange("GET", "/ready")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.02)  # nothing tells that a socket is about to be opened
        self.process.kill()
        self.process.wait()
        raise RuntimeError(f"the server did not start:\n{self.log()}")

    def exchange(self, method, path, body=None, headers=None):
        """Status and text of one request, whatever they are."""
        headers = dict(headers or {})
        if body is not None:
            headers.setdefault("Content-Type", "application/json")
        if self.token:
            headers.setdefault("Authorization", f"Bearer {self.token}")
        if time.monotonic() - self._last_use > IDLE_SECONDS:
            self._hang_up()
        self._last_use = time.monotonic()
        self._connection = self._connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            self._connection.request(method, path, body=None if body is None else json.dumps(body), headers=headers)
            response = self._connection.getresponse()
            return response.status, response.read().decode()
        except (OSError, http.client.HTTPException):
            self._hang_up()
            raise

    def _hang_up(self):
        if self._connection:
            self._connection.close()
            self._connection = None

    def request(self, method, path, body=None, headers=None):
        """The JSON of an answer that has to be a good one."""
        status, text = self.exchange(method, path, body, headers)
        assert status // 100 == 2, f"{method} {path}: {status} {text[:500]}"
        return json.loads(text) if text else None

    # What tests say to it

    def create_workstream(self, name="Shop", **fields):
        return self.request("POST", "/api/workstreams", {"name": name, **fields})["id"]

    def create_task(self, name="Checkout", workstream=None, **fields):
        workstream = workstream or self.create_workstream()
        return self.request("POST", "/api/tasks", {"workstream_id": workstream, "name": name, **fields})["id"]

    def post(self, task, message, source="manual", **fields):
        return self.request("POST", "/api/updates", {"task_id": task, "source": source, "message": message, **fields})

    def post_all(self, updates):
        results = self.request("POST", "/api/updates/batch", updates)["results"]
        refused = [result for result in results if result["status"] != 201]
        assert not refused, refused[:2]

    def patch(self, path, **fields):
        return self.request("PATCH", path, fields)

    def deliver(self, source, payload, task=None, **headers):
        """What an agent or a forge sends, to `task` or where it belongs; `X_Monitor_Repo` is the header X-Monitor-Repo."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        pinned = f"?task_id={task}" if task else ""
        return self.request("POST", f"/api/sources/{source}{pinned}", payload, named)

    def tasks(self, **query):
        return self.request("GET", "/api/tasks?" + urllib.parse.urlencode(query))["items"]

    def metric(self, name):
        """The value of a line of /metrics without labels."""
        lines = self.exchange("GET", "/metrics")[1].splitlines()
        return next(float(line.split()[1]) for line in lines if line.startswith(f"{name} "))

    def subscribers(self):
        return int(self.metric("monitor_stream_subscribers"))
