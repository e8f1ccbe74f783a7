"""Fills a store as a busy team does: workstreams, tasks, agents' sessions and a long journal. The same seed, the same
store."""

import random

WORDS = ("tax order checkout invoice cache index retry queue token stream page test build schema parser worker session "
         "money rounding refund import export search filter render commit branch review deploy").split()
REPOSITORIES = ("octo/shop", "octo/depot", "octo/ledger", "octo/site")
ATTENTION_EVERY = 25
# Of a hundred updates, by kind.
KINDS = (("tool_use", 70), ("tool_failure", 4), ("assistant_message", 16), ("test_result", 5), ("manual_note", 5))


class Seed:
    """The tasks of a filled store; `busiest` has the longest thread."""

    def __init__(self, server, workstreams, tasks, updates):
        self.server = server
        self.random = random.Random(4)
        self.workstreams = [
            self.create("/api/workstreams", {"name": f"{self.sentence(2)} {number}", "metadata": {"team": number % 5}})
            for number in range(workstreams)
        ]
        self.tasks = [self.create_task(number) for number in range(tasks)]
        self.busiest = self.tasks[0]
        self.sessions()
        for first in range(0, updates, 1000):
            self.post([self.update() for _ in range(min(1000, updates - first))])

    def sentence(self, words):
        return " ".join(self.random.choice(WORDS) for _ in range(words)).capitalize()

    def create_task(self, number):
        workstream = self.workstreams[number % len(self.workstreams)]
        return self.create("/api/tasks", {"workstream_id": workstream, "name": f"{self.sentence(5)} {number}"})

    def create(self, path, body):
        return self.server.request("POST", path, body)["id"]

    def sessions(self):
        """Every task is an agent's session, so that rows have states, badges and branches; some wait for somebody."""
        for number, task in enumerate(self.tasks):
            repository = REPOSITORIES[number % len(REPOSITORIES)]
            self.deliver(number, task, repository, "UserPromptSubmit", prompt=self.sentence(20))
            if number % ATTENTION_EVERY == 0:
                self.deliver(number, task, repository, "PermissionRequest", tool_name="Bash",
                             tool_input={"command": "npm ci", "description": self.sentence(4)})

    def deliver(self, number, task, repository, event, **fields):
        payload = {"session_id": f"session-{number}", "cwd": f"/src/{repository}", "hook_event_name": event, **fields}
        self.server.request("POST", f"/api/sources/claude-code?task_id={task}", payload,
                            {"X-Monitor-Repo": repository, "X-Monitor-Branch": f"fix/{number}"})

    def update(self):
        """Half of them go to a few busy tasks, as in life."""
        busy = self.random.random() < 0.5
        task = self.random.choice(self.tasks[:10] if busy else self.tasks)
        kind = self.random.choices(*zip(*KINDS))[0]
        message = self.sentence(self.random.randint(4, 30))
        update = {"task_id": task, "source": "claude:session", "message": message, "kind": kind, "tags": ["claude"]}
        if kind == "tool_failure":
            update["level"] = "error"
        if kind.startswith("tool_"):
            update["data"] = self.tool()
        return update

    def tool(self):
        """What a hook says of a tool: a command with its output, or an edit."""
        if self.random.random() < 0.6:
            output = "\n".join(self.sentence(8) for _ in range(self.random.randint(1, 12)))
            return {"hook_event_name": "PostToolUse", "tool_name": "Bash", "duration_ms": self.random.randint(10, 9000),
                    "tool_input": {"command": f"npm test -- {self.sentence(2)}"},
                    "tool_response": {"stdout": output, "stderr": ""}}
        path = f"src/{self.random.choice(WORDS)}.ts"
        lines = [self.random.choice(" +-") + self.sentence(6) for _ in range(self.random.randint(3, 12))]
        patch = {"oldStart": 1, "oldLines": 5, "newStart": 1, "newLines": 5, "lines": lines}
        return {"hook_event_name": "PostToolUse", "tool_name": "Edit", "tool_input": {"file_path": path},
                "tool_response": {"filePath": path, "structuredPatch": [patch]}}

    def post(self, updates):
        results = self.server.request("POST", "/api/updates/batch", updates)["results"]
        if any(result["status"] != 201 for result in results):
            raise RuntimeError(f"a batch was not stored whole: {results[:2]}")
