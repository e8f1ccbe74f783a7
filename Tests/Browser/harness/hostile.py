"""The corpus of hostile strings, and where each of them is put: every field that anybody can fill."""

import itertools
import json
import pathlib

from harness.story import REPOSITORY, Session, github, pull_request, workflow_run

CORPUS = json.loads((pathlib.Path(__file__).parent.parent / "corpus.json").read_text(encoding="utf-8"))
_numbers = itertools.count(1)

# What no text of a user may ever become in a page.
FOREIGN = """
(parsed) => {
  const document = parsed ?? window.document;
  const own = (address) => {
    const url = new URL(address ?? "about:blank", location.href);
    return url.origin === location.origin && url.pathname.startsWith("/assets/");
  };
  const NEVER = ["iframe", "object", "embed", "base", "style", "math", "img", "video", "audio", "source", "animate"];
  const ADDRESSES = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "ping"];
  const faults = [];
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName;
    const told = element.outerHTML.slice(0, 200);
    if (NEVER.includes(name)) faults.push(`element: ${told}`);
    if (name === "meta" && element.httpEquiv) faults.push(`element: ${told}`);
    if (name === "script" && !own(element.getAttribute("src"))) faults.push(`script: ${told}`);
    if (name === "link" && !own(element.getAttribute("href"))) faults.push(`link: ${told}`);
    for (const { name: attribute, value } of element.attributes) {
      if (attribute.startsWith("on") || attribute === "style" || attribute === "srcdoc") faults.push(`attribute: ${told}`);
      if (!ADDRESSES.includes(attribute)) continue;
      const url = new URL(value, location.href);
      if (!["http:", "https:"].includes(url.protocol)) faults.push(`address: ${told}`);
      if (attribute !== "href" && url.origin !== location.origin) faults.push(`address: ${told}`);
    }
  }
  return faults;
}
"""

# The same of an answer that is parsed only, which is much faster than to open it.
FOREIGN_IN_ANSWER = f"""
async (path) => {{
  const answer = await fetch(path);
  if (!answer.headers.get("Content-Type").startsWith("text/html")) return [];
  return ({FOREIGN})(new DOMParser().parseFromString(await answer.text(), "text/html"));
}}
"""

# Opens what is closed, and drops what would be seen only under the pointer.
UNFOLD = """
() => {
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const element of document.querySelectorAll("main *")) {
    for (const type of ["mouseover", "mouseenter", "focusin"]) element.dispatchEvent(new Event(type, { bubbles: true }));
  }
}
"""


def header(text):
    """As much of it as a header can carry."""
    return "".join(letter for letter in text if letter.isprintable()).encode()[:300] or b"x"


def plant_own(server, text):
    """What a client says itself: names, metadata, summaries, updates. Returns the task."""
    workstream = server.create_workstream(text, metadata={text: [text, {text: text}]})
    task = server.create_task(text, workstream, metadata={"branch": text, "repository": text, text: text})
    server.patch(f"/api/tasks/{task}", summary_text=text, summary_source=text)
    plant_updates(server, task, text)
    return task


def plant_updates(server, task, text):
    data = {"tool_name": text, "tool_input": {"command": text}, text: text}
    kinds = [text[:200], "manual_note", "tool_use", "tool_failure", "permission_request", "plan_update", "ci_run"]
    sources = itertools.cycle([text, f"claude:{text}", f"github:{text}"])
    server.post_all([
        {"task_id": task, "source": source, "author": text[:200], "message": text, "kind": kind, "level": "error",
         "tags": [text[:200], "tag"], "data": data}
        for kind, source in zip(kinds, sources)
    ])


def plant_session(server, text, task=None):
    """What an agent's hooks say; into the task, or one of its own."""
    session = Session(server, f"{text} {next(_numbers)}", text, task, X_Monitor_Repo=header(text),
                      X_Monitor_Branch=header(text), X_Monitor_Worktree=header(text), X_Monitor_Host=header(text))
    session.ask_permission(text)
    return session


def plant_tools(session, text):
    """What every tool takes and gives."""
    todos = [{"content": text, "status": status, "activeForm": text} for status in ("completed", "in_progress", text)]
    patch = [{"oldStart": 1, "oldLines": 1, "newStart": 1, "newLines": 1, "lines": [f" {text}", f"-{text}", f"+{text}"]}]
    edit = {"file_path": text, "old_string": text, "new_string": f"{text}2"}
    session.use("Bash", {"command": text, "description": text}, {"stdout": text, "stderr": text})
    session.use("Bash", {"command": text, "description": text}, text, failed=True)
    session.use("Edit", edit, {"filePath": text, "structuredPatch": patch})
    session.use("MultiEdit", {"file_path": text, "edits": [edit]}, {"filePath": text})
    session.use("Write", {"file_path": text, "content": text}, {"filePath": text, "content": text})
    session.use("TodoWrite", {"todos": todos}, {"newTodos": todos})
    session.use("Grep", {"pattern": text, "path": text, "glob": text}, {"content": text})
    session.use("WebFetch", {"url": text, "prompt": text}, text)
    session.use(text, {text: text}, {text: text})
    session.tell("SubagentStart", agent_id=text, agent_type=text)
    session.tell("SubagentStop", agent_id=text, agent_type=text, last_assistant_message=text)
    session.tell("Stop", last_assistant_message=text)
    session.tell("Notification", notification_type="permission_prompt", message=text)
    question = {"question": text, "header": text, "options": [{"label": text, "description": text}]}
    session.use("AskUserQuestion", {"questions": [question]})
    session.tell("PermissionRequest", tool_name="ExitPlanMode", tool_input={"plan": text})


def plant_forge(server, text):
    """What a forge says: branches, titles, people, addresses."""
    # An agent on that branch shows the pull request and the checks too.
    Session(server, f"{text} {next(_numbers)}", text, X_Monitor_Repo=REPOSITORY, X_Monitor_Branch=header(text))
    github(server, "pull_request", pull_request(branch=text, title=text, url=text, number=next(_numbers)))
    github(server, "workflow_run", workflow_run("failure", branch=text, name=text, url=text))
    commit = {"id": "1", "message": text, "url": text, "author": {"name": text, "username": text}}
    github(server, "push", {"ref": f"refs/heads/{text}", "before": "0", "after": "1", "compare": text,
                            "pusher": {"name": text}, "commits": [commit]})
    server.deliver("generic", {"session": "generic", "task": text, "workstream": text, "message": text,
                               "kind": text[:200], "tags": [text[:200]], "source": text, "state": "waiting",
                               "question": text, "level": text})


def plant(server, text):
    """Puts the text everywhere; returns the task that a client made."""
    task = plant_own(server, text)
    plant_tools(plant_session(server, text, task), text)
    plant_session(server, text)
    plant_forge(server, text)
    return task
