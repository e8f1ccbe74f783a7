#!/usr/bin/env python3
"""Measures bin/monitor-server on this machine: ingest, fan-out beside nchan, replay, readers that stop for a while,
the hook beside curl, and the pages of a large store; with --only postgres, servers on PostgreSQL beside pgbench.

Every measurement starts a server of its own on a new database and a free port of 127.0.0.1, and ends it. What is
compared runs in turns, round after round, so that a busy neighbour disturbs both sides. A summary goes to the
terminal, every line of the generators to --lines FILE, and a page as in results/TEMPLATE.md to --page FILE.
"""

import argparse
import json
import os
import pathlib
import platform
import subprocess
import sys
import tempfile

import hook
import postgres
import report
import servers
import web

HERE = pathlib.Path(__file__).resolve().parent
PARTS = ["ingest", "fanout", "replay", "stall", "hook", "web"]
# Only when asked for: it wants PostgreSQL, and a server that was built with it.
MORE_PARTS = ["postgres"]
# Updates that are stored before the fan-out.
FANOUT_HISTORY = 100_000


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", metavar="PART,...", default=",".join(PARTS),
                        help=f"of {', '.join(PARTS)} (all of these), {', '.join(MORE_PARTS)}")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of ingest and fan-out (3)")
    parser.add_argument("--seconds", type=float, default=4, help="seconds of each ingest measurement (4)")
    parser.add_argument("--fanout-seconds", type=float, default=10, help="seconds of each fan-out measurement (10)")
    parser.add_argument("--connections", type=int, default=64, help="connections that post (64)")
    parser.add_argument("--subscribers", type=int, default=1000, help="subscribers of the fan-out (1000)")
    parser.add_argument("--rate", type=int, default=400, help="updates per second of the fan-out (400)")
    parser.add_argument("--replay", type=int, default=100_000, help="updates of the replay (100000)")
    parser.add_argument("--hooks", type=int, default=200, help="runs of the hook and of curl (200)")
    parser.add_argument("--web-updates", type=int, default=200_000, help="updates in the store of the pages (200000)")
    parser.add_argument("--web-live", type=int, default=10_000, help="live updates while memory is watched (10000)")
    parser.add_argument("--postgres-seconds", type=int, default=10, help="seconds of each ingest on PostgreSQL (10)")
    parser.add_argument("--cli", default=HERE.parent / "bin" / "monitor-cli", help="the client to measure")
    parser.add_argument("--server", default=HERE.parent / "bin" / "monitor-server", help="the server to measure")
    parser.add_argument("--tools", default=HERE.parent / ".build" / "bench", help="where the generators are built")
    parser.add_argument("--scratch", help="where the databases lie, such as a folder on the disk of interest")
    parser.add_argument("--lines", help="append each generator's JSON line to this file")
    parser.add_argument("--page", help="write a page for results/ to this file")
    options = parser.parse_args()
    options.only = options.only.split(",")
    unknown = set(options.only) - set(PARTS + MORE_PARTS)
    if unknown:
        parser.error(f"--only: there is no part {', '.join(sorted(unknown))}")
    return options


class Bench:
    """Runs the generators and keeps what they say."""

    def __init__(self, options):
        self.options = options
        self.lines = []
        self.failures = []

    def command(self, program, server, arguments):
        command = [f"{self.options.tools}/{program}", "--port", str(server.port), "--pid", str(server.pid)]
        return command + [str(argument) for argument in arguments]

    def start(self, program, server, *arguments):
        """Starts one generator against a server, beside others."""
        command = self.command(program, server, arguments)
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def generator(self, label, program, server, *arguments):
        """Runs one generator against a server and returns its line."""
        command = self.command(program, server, arguments)
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=1500)
        if not done.stdout:
            sys.exit(f"{' '.join(command)}: {done.stderr.strip() or done.returncode}")
        line = {"label": label, **json.loads(done.stdout)}
        if done.returncode:
            self.failures.append(label)
        self.keep(line)
        return line

    def keep(self, line):
        self.lines.append(line)
        print(report.short(line), flush=True)
        if self.options.lines:
            with open(self.options.lines, "a", encoding="utf-8") as file:
                file.write(json.dumps(line) + "\n")

    def monitor(self, *flags):
        return servers.Monitor(self.options.server, self.options.scratch, *flags)

    # What is measured

    def ingest(self):
        """Group commit, one transaction for each update, and the same route without an update."""
        arms = [("group commit", (), ()), ("one transaction each", ("--write-batch", "1"), ()), ("empty POST", (), ("--empty",))]
        for round_number in range(self.options.rounds):
            shift = round_number % len(arms)
            for label, flags, arguments in arms[shift:] + arms[:shift]:
                with self.monitor(*flags) as server:
                    task = server.create_task()
                    line = self.generator(f"ingest: {label}", "ingest", server, "--task", task, "--connections",
                                          self.options.connections, "--seconds", self.options.seconds, *arguments)
                    total = server.update_count(task)
                    if total != line["stored"]:
                        self.failures.append(f"ingest: {label}: {line['stored']} acknowledged, {total} stored")

    def fanout(self):
        """Subscribers at a fixed rate; beside it nginx with nchan under the same load, where it is installed.

        The store is filled first: SQLite's page cache and the hub's ring are then as full as after a day, and memory that
        rises while it is measured would rise for ever.
        """
        load = ("--subscribers", self.options.subscribers, "--rate", self.options.rate, "--seconds", self.options.fanout_seconds)
        with_nchan = servers.Nchan.is_installed()
        if not with_nchan:
            print("nginx-light and libnginx-mod-nchan are not installed: the fan-out runs without its peer")
        for _ in range(self.options.rounds):
            with self.monitor() as server:
                task = server.create_task()
                server.fill(task, FANOUT_HISTORY)
                self.generator("fanout: monitor", "fanout", server, "--task", task, *load)
            if with_nchan:
                with servers.Nchan(self.options.scratch) as server:
                    failures = len(self.failures)
                    self.generator("fanout: nchan", "fanout", server, "--task", "none", "--stream", "/sub", "--publish",
                                   "/pub", "--no-ids", *load)
                    del self.failures[failures:]  # what a peer loses is told, and is no failure of ours

    def replay(self):
        """A long replay from the first entry, for one reader and for eight at once."""
        with self.monitor() as server:
            server.fill(server.create_task(), self.options.replay)
            for readers in (1, 8, 1, 8):
                self.generator(f"replay: {readers} reader{'s' if readers > 1 else ''}", "replay", server, "--after", 0,
                               "--expect", self.options.replay, "--readers", readers)

    def stall(self):
        """Two of 50 subscribers read nothing for 20 s while 20,000 updates pass; then everybody must have all."""
        with self.monitor() as server:
            task = server.create_task()
            load = ("--task", task, "--subscribers", 50, "--rate", 1000)
            self.generator("stall: everybody reads", "fanout", server, *load, "--seconds", 5)
            self.generator("stall: two stop for 20 s", "fanout", server, *load, "--seconds", 20, "--stalled", 2,
                           "--stall-seconds", 20)

    def hook(self):
        """One hook as a process: beside curl, with a dead server, and with one that never answers."""
        with self.monitor() as server:
            for line in hook.measure(self.options.cli, server, self.options.hooks):
                self.keep(line)

    def web(self):
        """First bytes of all pages, live rows in Chromium, and the memory of pages that stay open."""
        for line in web.measure(self.monitor, self.options.web_updates, self.options.web_live):
            self.keep(line)

    def postgres(self):
        """Durable ingest on PostgreSQL beside pgbench, and a stream of one server while another is posted to."""
        postgres.measure(self)


def main():
    options = read_options()
    if platform.system() != "Linux":
        sys.exit("the load generators use epoll and /proc: they run on Linux only")
    if not os.access(options.server, os.X_OK):
        sys.exit(f"{options.server} is not there; `make build` makes it")
    subprocess.run(["make", "-s", "-C", HERE, f"OUT={pathlib.Path(options.tools).resolve()}"], check=True)
    subprocess.run([HERE / "selftest.py", options.tools], check=True)
    bench = Bench(options)
    with tempfile.TemporaryDirectory(prefix="monitor-bench-", dir=options.scratch) as scratch:
        options.scratch = scratch
        for part in options.only:
            getattr(bench, part)()
    summary = report.summary(bench.lines)
    print("\n" + summary)
    for failure in bench.failures:
        print(f"FAILED: {failure}")
    if options.page:
        pathlib.Path(options.page).write_text(report.page(summary, bench.lines, options), encoding="utf-8")
    sys.exit(bool(bench.failures))


if __name__ == "__main__":
    main()
