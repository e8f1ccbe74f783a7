"""Measures Monitor on PostgreSQL: durable ingest beside pgbench, which commits each such row by itself, through one server
and through two; and how soon a post on one server is seen on a stream of another.

The database server is a real one in a folder of its own, with fsync on. Every measurement has a new database, after a
checkpoint, so that each writes the same full pages.
"""

import contextlib
import glob
import http.client
import json
import os
import pathlib
import pwd
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time

import servers

CLIENTS = 64
POSTS = 1000
# What is stored for one update as ingest.c posts it, by column of `journal`; the sequence stands for the counter, so that
# no row waits for another.
ROW = {
    "seq": "nextval('bench_seq')",
    "event": "'update'",
    "id": "gen_random_uuid()",
    "task_id": "'{task}'::uuid",
    "timestamp": "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint",
    "late": "false",
    "source": "'manual'",
    "author": "NULL",
    "message": "'ran the tests of part ' || :part || ' after change ' || :noise",
    "kind": "'test_result'",
    "level": "'info'",
    "tags": "ARRAY['bench', 'part-' || :part]",
    "data": """'{{"passed":' || :part || ',"seconds":1.5,"commit":"' || :noise || '"}}'""",
    "search": "('''after'':7 ''bench'':9 ''change'':8 ''of'':4 ''part'':5,11 ''ran'':1 ''tests'':3 ''the'':2 '''"
              " || :part || ''':6,12 ''' || :noise || ''':10')::tsvector",
}
SCRIPT = "\\set part random(0, 39)\n\\set noise random(1000000000000000, 9000000000000000)\n" + (
    f"INSERT INTO journal ({', '.join(ROW)}) VALUES ({', '.join(ROW.values())});\n"
    .replace(":part", ":part::text").replace(":noise", ":noise::text"))


class Postgres(servers.Server):
    """PostgreSQL on a port of 127.0.0.1, as the user `postgres` where this runs as root; it dies with this process."""

    SETTINGS = ("fsync=on", "synchronous_commit=on", "listen_addresses=127.0.0.1", "unix_socket_directories=",
                "max_connections=200", "shared_buffers=256MB")

    def __init__(self, scratch):
        super().__init__(scratch)
        self.bin = self.programs()
        self.count = 0
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(self.folder, account.pw_uid, account.pw_gid)
            os.chmod(scratch, 0o711)
        subprocess.run(self.as_owner("initdb", "-D", "data", "-A", "trust", "-U", "monitor", "-E", "UTF8", "--locale=C.UTF-8"),
                       cwd=self.folder, stdout=subprocess.DEVNULL, check=True)

    @staticmethod
    def programs():
        """The folder of the newest version that is here, 15 at least."""
        folders = [folder for folder in glob.glob("/usr/lib/postgresql/*/bin") if int(folder.split("/")[4]) >= 15]
        for folder in sorted(folders, key=lambda folder: int(folder.split("/")[4]), reverse=True):
            if all(os.access(f"{folder}/{name}", os.X_OK) for name in ("initdb", "postgres", "pgbench")):
                return folder
        sys.exit("PostgreSQL with pgbench is not installed: Debian's package is postgresql-15 or a later one")

    def as_owner(self, name, *arguments):
        identity = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
        return ["setpriv", *identity, "--pdeathsig=QUIT", f"{self.bin}/{name}", *arguments]

    def command(self):
        settings = [word for setting in self.SETTINGS for word in ("-c", setting)]
        return self.as_owner("postgres", "-D", "data", "-p", str(self.port), *settings)

    def wait_until_open(self):
        super().wait_until_open()
        while subprocess.run([f"{self.bin}/pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)], check=False).returncode:
            if self.process.poll() is not None:
                raise RuntimeError("PostgreSQL did not start:\n" + (self.folder / "log").read_text(errors="replace")[-2000:])
            time.sleep(0.02)

    def client(self, name, *arguments):
        command = [f"{self.bin}/{name}", "-h", "127.0.0.1", "-p", str(self.port), "-U", "monitor", *arguments]
        return subprocess.run(command, cwd=self.folder, stdout=subprocess.PIPE, text=True, check=True).stdout

    def sql(self, statement, database="postgres"):
        return self.client("psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", statement)

    @contextlib.contextmanager
    def database(self):
        """A new database, gone at the end."""
        self.count += 1
        name = f"bench_{self.count}"
        self.sql(f"CREATE DATABASE {name}")
        self.sql("CHECKPOINT")
        yield name
        self.sql(f"DROP DATABASE {name} WITH (FORCE)")

    def url(self, database):
        return f"postgres://monitor@127.0.0.1:{self.port}/{database}"


class Monitor(servers.Monitor):
    """A server on a database of PostgreSQL, perhaps one of several."""

    def __init__(self, binary, scratch, url):
        super().__init__(binary, scratch)
        self.url = url

    def command(self):
        return [self.binary, "--bind", f"127.0.0.1:{self.port}", "--db", self.url, "--log-level", "warning"]

    def wait_until_open(self):
        super().wait_until_open()
        deadline = time.monotonic() + 10
        while not self.is_ready():
            if time.monotonic() > deadline:
                raise RuntimeError("the server is not ready:\n" + (self.folder / "log").read_text(errors="replace")[-2000:])
            time.sleep(0.02)

    def is_ready(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", "/ready")
            return connection.getresponse().status == 200
        finally:
            connection.close()


class Measurement:
    """All parts on one PostgreSQL; `bench` runs the generators and keeps their lines."""

    def __init__(self, bench, postgres):
        self.bench = bench
        self.options = bench.options
        self.postgres = postgres

    def monitor(self, database):
        return Monitor(self.options.server, self.options.scratch, self.postgres.url(database))

    def run(self):
        arms = [self.pgbench, self.one_server, self.two_servers]
        for round_number in range(self.options.rounds):
            shift = round_number % len(arms)
            for arm in arms[shift:] + arms[:shift]:
                with self.postgres.database() as database:
                    arm(database)
        with self.postgres.database() as database:
            self.across(database)

    def pgbench(self, database):
        """One row in each transaction, in the server's own schema: it makes the tables, and is gone."""
        with self.monitor(database) as server:
            task = server.create_task()
        self.postgres.sql("CREATE SEQUENCE bench_seq START 1000000 CACHE 1", database)
        folder = pathlib.Path(tempfile.mkdtemp(dir=self.options.scratch))
        (folder / "row.sql").write_text(SCRIPT.format(task=task))
        output = self.postgres.client(
            "pgbench", "-n", "-M", "prepared", "-c", str(CLIENTS), "-j", "2", "-T", str(self.options.postgres_seconds), "-l",
            f"--log-prefix={folder}/log", "-f", f"{folder}/row.sql", database)
        times = sorted(int(line.split()[2]) / 1000 for log in folder.glob("log.*") for line in log.read_text().splitlines())
        shutil.rmtree(folder)
        stored = int(self.postgres.sql("SELECT count(*) FROM journal WHERE seq >= 1000000", database))
        if stored != len(times):
            self.bench.failures.append(f"postgres: pgbench: {len(times)} transactions, {stored} rows")
        rate = float(re.search(r"tps = ([0-9.]+)", output).group(1))
        self.bench.keep({"label": "postgres: pgbench, one row each", "per_s": round(rate), **percentiles(times)})

    def one_server(self, database):
        with self.monitor(database) as server:
            self.ingest("postgres: one server", [server], server.create_task())

    def two_servers(self, database):
        with self.monitor(database) as first, self.monitor(database) as second:
            self.ingest("postgres: two servers", [first, second], first.create_task())

    def ingest(self, label, targets, task):
        """The same number of connections in all, and one line for all."""
        share = CLIENTS // len(targets)
        arguments = ("--task", task, "--connections", share, "--seconds", self.options.postgres_seconds)
        line = together([self.bench.start("ingest", server, *arguments) for server in targets])
        self.bench.keep({"label": label, **line})
        if line["refused"] or line["failed"]:
            self.bench.failures.append(f"{label}: {line['refused']} refused, {line['failed']} failed")
        for server in targets:
            total = server.update_count(task)
            if total != line["stored"]:
                self.bench.failures.append(f"{label}: {line['stored']} acknowledged, {total} stored")

    def across(self, database):
        """From the beginning of a POST to its frame on a stream, of the same server and of another."""
        with self.monitor(database) as first, self.monitor(database) as second:
            task = first.create_task()
            for label, reader in (("the same server", first), ("another server", second)):
                times = post_to_stream(first, reader, task)
                self.bench.keep({"label": f"postgres stream: of {label}", **percentiles(times), "posts": len(times)})


def together(processes):
    """One line for generators that ran at the same time: their sums, and the worst of their latencies."""
    lines = []
    for process in processes:
        output, error = process.communicate(timeout=600)
        if not output:
            sys.exit(f"ingest: {error.strip() or process.returncode}")
        lines.append(json.loads(output))
    answered = sum(line["answered"] for line in lines)
    line = {name: sum(line[name] for line in lines) for name in ("per_s", "answered", "stored", "refused", "failed", "server_cpu_s")}
    line.update({name: max(line[name] for line in lines) for name in ("latency_p50_ms", "latency_p99_ms", "latency_max_ms")})
    line["server_us_per_request"] = round(line["server_cpu_s"] * 1e6 / answered, 1) if answered else 0
    return line


def percentiles(times):
    times = sorted(times)
    return {"latency_p50_ms": round(statistics.median(times), 2), "latency_p99_ms": round(times[int(len(times) * 0.99)], 2),
            "latency_max_ms": round(times[-1], 2)}


class StreamReader:
    """Reads a server's stream on a thread and notes when each mark was first seen."""

    MARK = re.compile(rb"mark @([0-9a-z]+)@")

    def __init__(self, server):
        self.seen = {}
        self.changed = threading.Condition()
        self.socket = socket.create_connection(("127.0.0.1", server.port), timeout=60)
        self.socket.sendall(f"GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
        if b" 200 " not in self.socket.recv(len("HTTP/1.1 200 ")):
            raise RuntimeError("the stream was refused")
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()

    def read(self):
        rest = b""
        while chunk := self.socket.recv(65536):
            now = time.perf_counter()
            rest += chunk
            with self.changed:
                for match in self.MARK.finditer(rest):
                    self.seen.setdefault(match.group(1).decode(), now)
                self.changed.notify()
            rest = rest[-64:]

    def when(self, mark):
        with self.changed:
            if not self.changed.wait_for(lambda: mark in self.seen, timeout=30):
                raise RuntimeError(f"the stream did not show {mark} within 30 s")
            return self.seen[mark]

    def close(self):
        self.socket.shutdown(socket.SHUT_RDWR)
        self.thread.join()
        self.socket.close()


def post_to_stream(writer, reader, task):
    """Milliseconds of each post, one after the other; the first few, which warm both servers up, do not count."""
    stream = StreamReader(reader)
    connection = http.client.HTTPConnection("127.0.0.1", writer.port, timeout=60)
    times = []
    for number in range(-20, POSTS):
        mark = f"{reader.port}x{number + 20}"
        body = json.dumps({"task_id": task, "message": f"mark @{mark}@", "kind": "manual_note"})
        began = time.perf_counter()
        connection.request("POST", "/api/updates/manual", body=body, headers={"Content-Type": "application/json"})
        response = connection.getresponse()
        response.read()
        if response.status != 201:
            raise RuntimeError(f"a post was answered {response.status}")
        elapsed = (stream.when(mark) - began) * 1000
        if number >= 0:
            times.append(elapsed)
    connection.close()
    stream.close()
    return times


def measure(bench):
    with Postgres(bench.options.scratch) as postgres:
        Measurement(bench, postgres).run()
