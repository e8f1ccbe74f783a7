"""Times `monitor-cli hook` as a whole process: beside curl with the server up, then with it dead, then with it silent."""

import contextlib
import json
import os
import pathlib
import socket
import statistics
import subprocess
import tempfile
import time

BODY = json.dumps({
    "session_id": "8eea9dd4-c916-5d29-b3e3-25892f6de4d7", "cwd": "/tmp", "hook_event_name": "PostToolUse",
    "tool_name": "Bash", "tool_input": {"command": "npm test", "description": "Run the tests"},
    "tool_response": {"stdout": "42 passing\n", "stderr": "", "interrupted": False}, "duration_ms": 1200,
}).encode()


def hook(cli, port, state):
    """The command and the environment of one hook, as an agent calls it: bare, with nothing but a home."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": state, "XDG_STATE_HOME": state, "MONITOR_SERVER": f"http://127.0.0.1:{port}"}
    return [str(cli), "hook", "claude-code"], environment


def curl(port):
    url = f"http://127.0.0.1:{port}/api/sources/claude-code"
    return ["curl", "-s", "-o", "/dev/null", "-H", "Content-Type: application/json", "--data-binary", "@-", url], dict(os.environ)


def run(command, environment):
    """Milliseconds of one run; it must end with 0 and say nothing."""
    began = time.perf_counter()
    done = subprocess.run(command, input=BODY, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=30)
    elapsed = (time.perf_counter() - began) * 1000
    if done.returncode or done.stdout or done.stderr:
        raise RuntimeError(f"{command[0]}: exit status {done.returncode}, {done.stdout!r}, {done.stderr!r}")
    return elapsed


@contextlib.contextmanager
def silent_server():
    """Accepts connections and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(512)
        yield listener.getsockname()[1]


def spool_folder():
    """Hooks that could not deliver leave a process behind that still writes here while it is removed."""
    return tempfile.TemporaryDirectory(prefix="monitor-hook-", ignore_cleanup_errors=True)


def line(label, times):
    times = sorted(times)
    return {"label": label, "latency_p50_ms": round(statistics.median(times), 3),
            "latency_p95_ms": round(times[int(len(times) * 0.95)], 3), "latency_max_ms": round(times[-1], 3), "runs": len(times)}


def measure(cli, server, runs):
    """The lines of all arms; what is compared runs in turns."""
    cli = pathlib.Path(cli).resolve()
    with tempfile.TemporaryDirectory(prefix="monitor-hook-") as state:
        ours, theirs = hook(cli, server.port, state), curl(server.port)
        pairs = [(run(*ours), run(*theirs)) for _ in range(runs)]
    yield line("hook: server up", [pair[0] for pair in pairs])
    yield line("hook: curl beside it", [pair[1] for pair in pairs])
    with spool_folder() as state:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            dead = free.getsockname()[1]
        yield line("hook: server dead", [run(*hook(cli, dead, state)) for _ in range(runs)])
    with spool_folder() as state, silent_server() as port:
        # Once something lies in the spool hooks only append: each run gets a spool of its own.
        times = [run(*hook(cli, port, f"{state}/{number}")) for number in range(max(1, runs // 10))]
        yield line("hook: server silent", times)
