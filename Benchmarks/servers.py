"""Starts and ends the servers that are measured: Monitor, and nginx with nchan as its peer."""

import http.client
import json
import os
import pathlib
import resource
import shutil
import signal
import socket
import subprocess
import tempfile
import time

NCHAN_MODULE = "/usr/lib/nginx/modules/ngx_nchan_module.so"

NCHAN_CONFIGURATION = """
load_module {module};
daemon off;
worker_processes 1;
worker_rlimit_nofile {files};
pid nginx.pid;
error_log error.log;
events {{ worker_connections {connections}; }}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    keepalive_requests 1000000000;
    keepalive_timeout 1h;
    tcp_nodelay on;
    client_body_buffer_size 64k;
    nchan_shared_memory_size 512m;
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        location = /pub {{
            nchan_publisher;
            nchan_channel_id bench;
            nchan_message_buffer_length 20000;
            nchan_message_timeout 10m;
        }}
        location = /sub {{
            nchan_subscriber eventsource;
            nchan_channel_id bench;
            nchan_subscriber_first_message newest;
        }}
    }}
}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def raise_file_limit():
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    return most


class Server:
    """A process on a port of 127.0.0.1, with a folder of its own that goes when it ends."""

    def __init__(self, scratch):
        self.port = free_port()
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=scratch))
        self.files = raise_file_limit()
        self.process = None

    @property
    def pid(self):
        """The process whose memory and CPU are told."""
        return self.process.pid

    def command(self):
        raise NotImplementedError

    def __enter__(self):
        self.log = open(self.folder / "log", "wb")
        self.process = subprocess.Popen(
            self.command(), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT,
            env={name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")})
        self.wait_until_open()
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            status = self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise RuntimeError("the server did not end within 10 s of SIGTERM") from None
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        if status:
            raise RuntimeError(f"the server ended with exit status {status}")

    def wait_until_open(self):
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.02)
        self.process.kill()
        raise RuntimeError("the server did not start:\n" + (self.folder / "log").read_text(errors="replace")[-2000:])


class Monitor(Server):
    def __init__(self, binary, scratch, *flags):
        super().__init__(scratch)
        self.binary = pathlib.Path(binary).resolve()
        self.flags = flags

    def command(self):
        return [self.binary, "--bind", f"127.0.0.1:{self.port}", "--db", f"sqlite:{self.folder}/monitor.db?mode=rwc",
                "--log-level", "warning", *self.flags]

    def request(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Content-Type": "application/json", **(headers or {})} if body is not None else {}
        connection.request(method, path, body=json.dumps(body) if body is not None else None, headers=headers)
        response = connection.getresponse()
        answer = response.read()
        connection.close()
        if response.status // 100 != 2:
            raise RuntimeError(f"{method} {path}: {response.status} {answer[:500]!r}")
        return json.loads(answer)

    def create_task(self):
        workstream = self.request("POST", "/api/workstreams", {"name": "Benchmark"})
        return self.request("POST", "/api/tasks", {"workstream_id": workstream["id"], "name": "Load"})["id"]

    def update_count(self, task):
        return self.request("GET", f"/api/updates?task_id={task}&limit=1")["total"]

    def fill(self, task, count):
        """Stores updates of the size that hooks send, a thousand at a time."""
        for first in range(0, count, 1000):
            batch = [
                {"task_id": task, "source": "bench", "message": f"stored update {number} for the replay", "kind": "tool_use",
                 "level": "info", "tags": ["bench", f"part-{number % 40}"], "data": {"number": number, "tool": "Edit"}}
                for number in range(first, min(first + 1000, count))
            ]
            results = self.request("POST", "/api/updates/batch", batch)["results"]
            if any(result["status"] != 201 for result in results):
                raise RuntimeError(f"a batch was not stored whole: {results[:2]}")


class Nchan(Server):
    """One worker, as Monitor is one process; its messages live in memory only."""

    @staticmethod
    def binary():
        return shutil.which("nginx", path=os.environ.get("PATH", "") + ":/usr/sbin")

    @staticmethod
    def is_installed():
        return bool(Nchan.binary()) and os.path.exists(NCHAN_MODULE)

    def command(self):
        text = NCHAN_CONFIGURATION.format(
            module=NCHAN_MODULE, port=self.port, files=self.files, connections=min(self.files, 20000) - 100)
        (self.folder / "nginx.conf").write_text(text)
        os.chmod(self.folder, 0o755)
        return [self.binary(), "-p", f"{self.folder}/", "-c", "nginx.conf"]

    @property
    def pid(self):
        # The worker does the work; the master only waits.
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return int(children[0]) if children else self.process.pid
