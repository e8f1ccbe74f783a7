"""A small, believable day: what the pages show in screenshots and in the checks that look at every page."""

import itertools

REPOSITORY = "octo/shop"
AGENT_HEADERS = {"X_Monitor_Repo": REPOSITORY, "X_Monitor_Branch": "fix/tax-rounding"}
PULL_REQUEST_URL = "https://github.com/octo/shop/pull/4"
_numbers = itertools.count(1)


class Session:
    """An agent's session, told by its hooks."""

    def __init__(self, server, identifier, prompt, task=None, **headers):
        self.server, self.identifier, self.task, self.headers = server, identifier, task, headers or AGENT_HEADERS
        self.tell("SessionStart", source="startup", model="claude")
        self.tell("UserPromptSubmit", prompt=prompt)

    def tell(self, event, **fields):
        payload = {"session_id": self.identifier, "cwd": "/home/dana/shop", "hook_event_name": event, **fields}
        self.server.deliver("claude-code", payload, self.task, **self.headers)

    def use(self, tool, tool_input, response=None, failed=False):
        fields = {"tool_name": tool, "tool_input": tool_input, "tool_use_id": f"toolu_{next(_numbers)}"}
        if response is None:
            self.tell("PreToolUse", **fields)
        elif failed:
            self.tell("PostToolUseFailure", error=response, **fields)
        else:
            self.tell("PostToolUse", tool_response=response, duration_ms=420, **fields)

    def ask_permission(self, command):
        self.tell("PermissionRequest", tool_name="Bash", tool_input={"command": command, "description": "Clean up"})


def github(server, event, payload, delivery=None):
    repository = {"id": 1, "name": "shop", "full_name": REPOSITORY, "owner": {"login": "octo"},
                  "html_url": "https://github.com/octo/shop"}
    server.deliver("github", {"repository": repository, "sender": {"login": "dana"}, **payload},
                   X_GitHub_Event=event, X_GitHub_Delivery=delivery or f"delivery-{next(_numbers)}")


def workflow_run(conclusion, branch="fix/tax-rounding", name="test", url="https://github.com/octo/shop/actions/runs/9"):
    return {"action": "completed", "workflow_run": {
        "id": 9, "name": name, "head_branch": branch, "head_sha": "5f2a90d", "run_number": 163, "run_attempt": 1,
        "event": "push", "status": "completed", "conclusion": conclusion, "html_url": url, "pull_requests": [],
        "head_repository": {"id": 1, "full_name": REPOSITORY}}}


def pull_request(action="opened", branch="fix/tax-rounding", title="Round once", url=PULL_REQUEST_URL, number=4):
    return {"action": action, "number": number, "pull_request": {
        "number": number, "title": title, "html_url": url, "state": "open", "body": "Tax is rounded once per order.",
        "head": {"ref": branch, "sha": "5f2a90d", "repo": {"id": 1, "full_name": REPOSITORY}},
        "base": {"ref": "main", "repo": {"id": 1, "full_name": REPOSITORY}}, "user": {"login": "dana"}}}


class Story:
    """The ids of what was told."""

    def __init__(self, server):
        self.server = server
        self._rounding()
        self._waiting()
        self._notes()
        self.task = next(task["id"] for task in server.tasks() if task["name"].startswith("The tax is rounded"))
        self.workstream = next(task["workstream_id"] for task in server.tasks() if task["id"] == self.task)

    def _rounding(self):
        """A whole turn of an agent: tools, an edit, todos, a failure, a subagent."""
        session = Session(self.server, "session-tax", "The tax is rounded per line instead of per order. Fix it.")
        todos = [{"content": content, "status": status, "activeForm": content} for content, status in
                 (("Reproduce the error", "completed"), ("Fix taxFor", "in_progress"), ("Add a test", "pending"))]
        session.use("TodoWrite", {"todos": todos}, {"oldTodos": [], "newTodos": todos})
        session.use("Read", {"file_path": "/home/dana/shop/src/tax.ts"}, {"type": "text"})
        session.use("Grep", {"pattern": "round\\(", "path": "src"}, {"numFiles": 3})
        session.use("Edit", {"file_path": "/home/dana/shop/src/tax.ts", "old_string": "rate).round())", "new_string": "rate))"}, {
            "filePath": "/home/dana/shop/src/tax.ts", "structuredPatch": [{
                "oldStart": 3, "oldLines": 2, "newStart": 3, "newLines": 2,
                "lines": [" export function taxFor(lines) {", "-  lines.map((l) => l.net.times(rate).round())",
                          "+  lines.map((l) => l.net.times(rate))"]}]})
        session.use("Bash", {"command": "npm test", "description": "Run the tests"}, "1 of 42 tests failed", failed=True)
        session.tell("SubagentStart", agent_id="agent-1", agent_type="Explore")
        session.tell("SubagentStop", agent_id="agent-1", agent_type="Explore", last_assistant_message="Three callers.")
        session.use("Bash", {"command": "npm test", "description": "Run the tests"},
                    {"stdout": "42 tests passed\n" + "ok line\n" * 40, "stderr": "", "interrupted": False})
        github(self.server, "pull_request", pull_request())
        github(self.server, "workflow_run", workflow_run("failure"))
        session.ask_permission("rm -rf node_modules && npm ci")

    def _waiting(self):
        Session(self.server, "session-plan", "Plan the migration to the new database", X_Monitor_Repo="octo/depot",
                X_Monitor_Branch="main").tell(
            "PermissionRequest", tool_name="ExitPlanMode",
            tool_input={"plan": "## Move the tables\n1. Copy\n2. Switch\n3. Remove"})

    def _notes(self):
        """A person's task with notes, one that is done, and a workstream in the archive."""
        workstream = self.server.create_workstream("Launch", metadata={"owner": "dana", "quarter": 4})
        notes = self.server.create_task("Write the announcement", workstream)
        for number in range(60):
            level = ("info", "warn", "error")[number % 3]
            self.server.post(notes, f"Note {number}: the text is at its draft {number}", level=level, kind="manual_note",
                             tags=["launch", "text"])
        self.server.patch(f"/api/tasks/{notes}", summary_text="The draft is with the editors.")
        self.notes, self.launch = notes, workstream
        done = self.server.create_task("Choose a name", workstream)
        self.server.patch(f"/api/tasks/{done}", status="done")
        archived = self.server.create_workstream("Old things")
        self.server.create_task("Something old", archived)
        self.server.patch(f"/api/workstreams/{archived}", status="archived")
        self.archived = archived

    def pages(self):
        """Every page by a name for its picture."""
        return {
            "dashboard": "/dashboard",
            "dashboard-compact": "/dashboard?compact=true&status=waiting",
            "dashboard-workstream": f"/dashboard?workstream_id={self.workstream}",
            "delete": f"/tasks/{self.task}/delete",
            "search": "/search",
            "search-tests": "/search?q=test",
            "task": f"/tasks/{self.task}",
            "task-notes": f"/tasks/{self.notes}",
            "stream": "/stream",
            "stream-grouped": "/stream?view=grouped",
            "stream-lanes": "/stream?view=lanes",
            "workstream": f"/workstreams/{self.workstream}",
            "workstream-notes": f"/workstreams/{self.launch}?level=error",
            "workstream-archived": f"/workstreams/{self.archived}",
        }
