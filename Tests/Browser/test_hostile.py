"""No text of an agent, a forge or a client becomes anything but text, on any page, from the server or live."""

import pytest
from playwright.sync_api import expect

from harness import hostile
from harness.live import open_live
from harness.server import MonitorServer

LIVE_PAGES = ["/dashboard?workstream_id={workstream}", "/tasks/{task}", "/workstreams/{workstream}", "/stream",
              "/stream?view=grouped", "/stream?view=lanes"]


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A server with the whole corpus in it."""
    # Redaction would take the sting out of some of it.
    with MonitorServer(tmp_path_factory.mktemp("hostile"), "--redact", "off") as server:
        server.own_tasks = [hostile.plant(server, text) for text in hostile.CORPUS]
        yield server


@pytest.fixture
def server(planted):
    return planted


def look(page, path):
    page.goto(path, wait_until="domcontentloaded")
    page.evaluate(hostile.UNFOLD)
    assert page.evaluate(hostile.FOREIGN) == [], path


def parse(page, path):
    """What `look` does for pages that differ only in the text; this page has to be of the server."""
    assert page.evaluate(hostile.FOREIGN_IN_ANSWER, path) == [], path


def look_or_parse(page, paths, every):
    for number, path in enumerate(paths):
        (parse if number % every else look)(page, path)


def test_no_task_page_runs_what_it_shows(server, page):
    for task, text in zip(server.own_tasks, hostile.CORPUS):
        look(page, f"/tasks/{task}")
        shown = page.locator("h1").text_content()
        assert shown.split() == text.replace("\0", "\ufffd").split(), text


def test_no_page_of_a_session_or_a_branch_runs_what_it_shows(server, page):
    own = set(server.own_tasks)
    look_or_parse(page, [f"/tasks/{task['id']}" for task in server.tasks() if task["id"] not in own], every=8)


def test_no_dashboard_runs_what_it_shows(server, page):
    look(page, "/dashboard")
    workstreams = server.request("GET", "/api/workstreams")["items"]
    look_or_parse(page, [f"/dashboard?workstream_id={workstream['id']}" for workstream in workstreams], every=30)


@pytest.mark.parametrize("view", ["chronological", "grouped", "lanes"])
def test_no_stream_runs_what_it_shows(server, page, view):
    path = f"/stream?view={view}"
    while path:
        look(page, path)
        older = page.locator("#older:visible")
        path = older.get_attribute("href") if older.count() else None


def test_no_search_runs_what_it_marks(server, page):
    """Words of the corpus are marked inside of it; the query itself stands in the page too."""
    for path in ["/search?q=xss", "/search?q=img+onerror", "/search?q=evil.example", "/search?q=script"]:
        look(page, path)
        assert page.locator("mark").count() > 0, path
    words = [page.evaluate("encodeURIComponent", text) for text in hostile.CORPUS]
    look_or_parse(page, [f"/search?q={word}" for word in words], every=8)
    look_or_parse(page, [f"/search?q=xss&{name}={word}" for word in words for name in ("kind", "source", "tag")], every=60)


def test_no_workstream_page_runs_what_it_shows(server, page):
    workstreams = server.request("GET", "/api/workstreams")["items"]
    look_or_parse(page, [f"/workstreams/{workstream['id']}" for workstream in workstreams], every=8)


def test_no_question_runs_what_it_names(server, page):
    look_or_parse(page, [f"/tasks/{task}/delete" for task in server.own_tasks], every=20)


def test_nothing_runs_that_comes_live(server, context):
    task = server.own_tasks[0]
    workstream = server.request("GET", f"/api/tasks/{task}")["workstream_id"]
    pages = [open_live(context.new_page(), path.format(task=task, workstream=workstream)) for path in LIVE_PAGES]
    for text in hostile.CORPUS:
        server.patch(f"/api/tasks/{task}", name=text, summary_text=text)
        hostile.plant_updates(server, task, text)
    hostile.plant_session(server, hostile.CORPUS[0])
    server.post(task, "The end of the corpus")
    for page in pages:
        expect(page.locator("main").get_by_text("The end of the corpus").first).to_be_visible()
        page.evaluate(hostile.UNFOLD)
        assert page.evaluate(hostile.FOREIGN) == [], page.url


def test_no_fragment_runs_what_it_shows(server, page):
    tasks = "&".join(f"task_id={task}" for task in server.own_tasks[:50])
    look(page, "/dashboard")
    for path in ["/fragments/needs", "/fragments/updates?after_seq=0", f"/fragments/board?{tasks}",
                 f"/fragments/tasks?view=grouped&{tasks}", f"/fragments/tasks?view=lanes&{tasks}",
                 *(f"/fragments/tasks/{task}" for task in server.own_tasks),
                 *(f"/fragments/tasks/{task}/actions" for task in server.own_tasks)]:
        parse(page, path)


def test_no_error_runs_what_it_names(server, context, page):
    context.guard.allow("answered 4|status of 4")
    look(page, "/dashboard")
    words = [page.evaluate("encodeURIComponent", text) for text in hostile.CORPUS]
    for form in ["/tasks/{}", "/{}", "/stream?view={}", "/stream?before_seq={}", "/dashboard?workstream_id={}", "/assets/{}"]:
        look_or_parse(page, [form.format(word) for word in words], every=20)
