"""What happens shows up in open pages without a reload."""

import pytest
from playwright.sync_api import expect

from harness.live import assert_not_reloaded, open_live

PAGES = ["/dashboard", "/tasks/{task}", "/workstreams/{workstream}", "/stream", "/stream?view=grouped", "/stream?view=lanes"]


@pytest.mark.parametrize("path", PAGES)
def test_an_update_shows_up_without_a_reload(server, page, path):
    workstream = server.create_workstream()
    task = server.create_task(workstream=workstream)
    server.post(task, "It begins")
    open_live(page, path.format(task=task, workstream=workstream))
    server.post(task, "The tests pass now")
    expect(page.locator("main").get_by_text("The tests pass now").first).to_be_visible()
    assert_not_reloaded(page)


@pytest.mark.parametrize("path", ["/dashboard", "/stream?view=grouped", "/stream?view=lanes"])
def test_the_first_task_of_an_empty_store_shows_up(server, page, path):
    open_live(page, path)
    server.post(server.create_task("Round tax once"), "It begins")
    expect(page.locator("main").get_by_role("link", name="Round tax once").first).to_be_visible()
    assert_not_reloaded(page)
