"""One connection for all tabs of a browser, whoever goes; what the reader sees of it."""

import time

import pytest
from playwright.sync_api import expect

from harness.live import assert_not_reloaded, open_live

WITHOUT_WORKER = "delete window.SharedWorker"
WITHOUT_BOTH = "delete window.SharedWorker; delete Navigator.prototype.locks"


def wait_for(condition, seconds=20):
    """For what happens in the server, where no page can tell."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come to be"
        time.sleep(0.05)


def see(pages, server, task, message):
    server.post(task, message)
    for page in pages:
        expect(page.locator("#thread").get_by_text(message)).to_be_visible()
        assert_not_reloaded(page)


@pytest.mark.parametrize("way", [None, WITHOUT_WORKER], ids=["worker", "leader"])
def test_ten_tabs_have_one_connection(server, new_context, way):
    context = new_context()
    if way:
        context.add_init_script(way)
    task = server.create_task()
    pages = [open_live(context.new_page(), f"/tasks/{task}") for _ in range(10)]
    see(pages, server, task, "seen by all ten")
    assert server.subscribers() == 1
    # All ten have their answer although HTTP/1.1 has six connections for a host.
    statuses = [page.evaluate("fetch('/api/status').then((answer) => answer.status)") for page in pages]
    assert statuses == [200] * 10


@pytest.mark.parametrize("way", [None, WITHOUT_WORKER, WITHOUT_BOTH], ids=["worker", "leader", "alone"])
def test_the_first_tab_may_go(server, new_context, way):
    context = new_context()
    if way:
        context.add_init_script(way)
    task = server.create_task()
    pages = [open_live(context.new_page(), f"/tasks/{task}") for _ in range(3)]
    see(pages, server, task, "with all")
    while len(pages) > 1:
        pages.pop(0).close()
        server.post(task, f"posted while {len(pages)} are left")
        see(pages, server, task, f"then {len(pages)} are left")
        for page in pages:
            expect(page.locator("#thread").get_by_text(f"posted while {len(pages)} are left")).to_have_count(1)
    # The other ways leave a connection behind, which the server notices only when it cannot write to it any more.
    if way is None:
        wait_for(lambda: server.subscribers() == 1)


def test_try_now_does_not_wait(server, context, page):
    task = server.create_task()
    open_live(page, f"/tasks/{task}")
    context.guard.allow_outage()
    server.stop()
    expect(page.locator("#lost")).to_be_visible()
    expect(page.locator("#announce")).to_have_text("Connection lost. Trying again.")
    server.start()
    if page.locator("#lost").is_visible():
        page.evaluate("document.getElementById('try-now').click()")
    expect(page.locator("#lost")).to_be_hidden()
    expect(page.locator("#announce")).to_have_text("Connection found again.")
    see([page], server, task, "after it was found")


def test_paused_nothing_moves(server, page):
    task = server.create_task()
    server.post(task, "before")
    open_live(page, "/stream")
    page.locator("#live").click()
    expect(page.locator("#live")).to_have_attribute("aria-pressed", "true")
    for number in range(3):
        server.post(task, f"while paused {number}")
    expect(page.locator("#waiting")).to_have_text("3 updates")
    expect(page.get_by_text("while paused")).to_have_count(0)
    page.locator("#live").click()
    expect(page.locator("#stream").get_by_text("while paused")).not_to_have_count(0)
    expect(page.locator("#stream > li")).to_have_count(4)
    expect(page.locator("#paused")).to_be_hidden()


@pytest.mark.parametrize("path", ["/stream", "/tasks/{task}"])
def test_rows_wait_while_the_page_is_scrolled(server, page, path):
    task = server.create_task()
    for number in range(60):
        server.post(task, f"Row {number}", kind="manual_note")
    open_live(page, path.format(task=task))
    page.mouse.wheel(0, 900)
    page.wait_for_function("() => scrollY > 500")
    at = page.evaluate("scrollY")
    server.post(task, "one more")
    server.post(task, "and another")
    expect(page.locator(".new-pill")).to_have_text("2 new updates")
    assert page.evaluate("scrollY") == at
    page.locator(".new-pill").click()
    expect(page.get_by_text("and another").first).to_be_in_viewport()
    assert page.evaluate("scrollY") == 0
    assert_not_reloaded(page)


def test_the_title_counts_who_needs_somebody(server, page):
    task = server.create_task("Checkout")
    open_live(page, "/dashboard")
    expect(page).to_have_title("Dashboard · Monitor")
    ask = {"task": "Nightly", "message": "May I?", "state": "waiting", "question": "May I?"}
    server.deliver("generic", ask, task)
    expect(page).to_have_title("(1) Dashboard · Monitor")
    expect(page.locator("#favicon")).to_have_attribute("href", "/assets/favicon-needs.svg")
    expect(page.locator("#needs")).to_be_visible()
    expect(page.locator("#announce")).to_contain_text("Checkout needs you")
    server.patch(f"/api/tasks/{task}", attention=None)
    expect(page).to_have_title("Dashboard · Monitor")
    expect(page.locator("#needs")).to_be_hidden()
    assert_not_reloaded(page)
