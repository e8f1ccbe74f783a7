#!/usr/bin/env python3
"""Proves that the load generators notice what they are there to notice.

A small server answers posts and streams them. When it is right the generators pass; when it drops, doubles or swaps
frames, or refuses updates, they fail. usage: selftest.py FOLDER_WITH_THE_PROGRAMS
"""

import asyncio
import json
import subprocess
import sys
import threading

UPDATES = 100
# Each fault and the field of fanout's line that must tell it.
FAULTS = [("", None), ("drop", "missing"), ("double", "duplicates"), ("swap", "out_of_order"), ("refuse", "refused")]


class StandIn:
    """A server with one fault, such as `drop`, in one frame of 50."""

    def __init__(self, fault):
        self.fault = fault
        self.seq = 0
        self.streams = []
        self.frames = []
        self.held = None

    async def serve(self, reader, writer):
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                if head.startswith(b"GET"):
                    await self.stream(head, reader, writer)
                    return
                length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
                body = await reader.readexactly(length)
                self.answer(writer, body)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    def answer(self, writer, body):
        if not body or (self.fault == "refuse" and self.seq % 50 == 49):
            self.seq += 1
            reply, status = b'{"error":"invalid_json"}', b"400 Bad Request"
        else:
            self.seq += 1
            reply, status = body, b"201 Created"
            self.publish(b"id: %d\nevent: update\ndata: %s\n\n" % (self.seq, body))
        writer.write(b"HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s" % (status, len(reply), reply))

    def publish(self, frame):
        frames = [frame]
        if self.seq % 50 == 7:
            frames = {"drop": [], "double": [frame, frame], "swap": []}.get(self.fault, frames)
            self.held = frame if self.fault == "swap" else None
        elif self.held:
            frames, self.held = [frame, self.held], None
        self.frames += frames
        for stream in self.streams:
            for one in frames:
                self.send(stream, one)

    def send(self, stream, frame):
        # Two chunks with a cut inside the frame, so that a reader has to put frames together.
        cut = len(frame) // 3
        for part in (frame[:cut], frame[cut:]):
            stream.write(b"%x\r\n%s\r\n" % (len(part), part))

    async def stream(self, head, reader, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        self.send(writer, b": hello\nretry: 1000\n\n")
        if b"Last-Event-ID: 0" in head:
            for frame in self.frames:
                self.send(writer, frame)
        self.streams.append(writer)
        await reader.read()
        self.streams.remove(writer)


def start(fault):
    """Serves in a thread and returns the port."""
    ready = threading.Event()
    port = []

    async def main():
        stand_in = StandIn(fault)
        server = await asyncio.start_server(stand_in.serve, "127.0.0.1", 0)
        port.append(server.sockets[0].getsockname()[1])
        ready.set()
        await asyncio.Event().wait()

    threading.Thread(target=lambda: asyncio.run(main()), daemon=True).start()
    ready.wait()
    return port[0]


def run(folder, program, port, *arguments):
    command = [f"{folder}/{program}", "--port", str(port), *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=60)
    return done.returncode, json.loads(done.stdout) if done.stdout else {"error": done.stderr}


def main():
    folder = sys.argv[1]
    task = "00000000-0000-7000-8000-000000000001"
    problems = []
    for fault, field in FAULTS:
        port = start(fault)
        code, line = run(folder, "fanout", port, "--task", task, "--subscribers", 10, "--rate", UPDATES, "--seconds", 2,
                         "--publishers", 1, "--grace", 1)
        if (code == 0) != (field is None) or (field and not line.get(field)):
            problems.append(f"fanout with fault '{fault}': exit status {code}, {line}")
        code, line = run(folder, "replay", port, "--expect", 2 * UPDATES, "--after", 0, "--readers", 3)
        if (code == 0) != (fault == ""):
            problems.append(f"replay with fault '{fault}': exit status {code}, {line}")
    port = start("")
    code, line = run(folder, "fanout", port, "--task", task, "--subscribers", 4, "--stalled", 2, "--stall-seconds", 1,
                     "--rate", UPDATES, "--seconds", 1)
    if code or line["stalled_latency_max_ms"] < 500 or line["latency_max_ms"] > 500:
        problems.append(f"fanout with stalled subscribers: exit status {code}, {line}")
    code, line = run(folder, "ingest", port, "--task", task, "--connections", 4, "--seconds", 0.3, "--warmup", 0.1)
    if code or not line["stored"] or line["refused"]:
        problems.append(f"ingest: exit status {code}, {line}")
    code, line = run(folder, "ingest", port, "--empty", "--connections", 4, "--seconds", 0.3)
    if code or line["stored"] or not line["refused"]:
        problems.append(f"ingest --empty: exit status {code}, {line}")
    code, line = run(folder, "ingest", start("refuse"), "--task", task, "--connections", 4, "--seconds", 0.3)
    if not code:
        problems.append(f"ingest with refused updates: exit status {code}, {line}")
    print("\n".join(problems) or "self-test: the load generators notice every fault")
    sys.exit(bool(problems))


main()
