"""What a person changes: without script by forms, with it without a reload, and seen in every tab."""

import pytest
from playwright.sync_api import expect

from harness.live import assert_not_reloaded, open_live


@pytest.fixture
def plain(new_context):
    """A page without script."""
    return new_context(java_script_enabled=False).new_page()


def test_without_script_a_task_is_made_and_deleted(server, plain):
    workstream = server.create_workstream("Shop")
    plain.goto("/dashboard")
    plain.locator("#new > summary").click()
    plain.locator("#new-task [name=name]").fill("Round tax <once>")
    plain.locator("#new-task [name=workstream_id]").select_option(workstream)
    plain.locator("#new-task").get_by_role("button").click()
    expect(plain.locator(".row").get_by_role("link", name="Round tax <once>", exact=True)).to_be_visible()
    task = server.tasks()[0]
    plain.goto(f"/tasks/{task['id']}/delete")
    plain.get_by_role("button", name="Delete for good").click()
    expect(plain.locator("#main")).to_be_visible()
    assert server.tasks() == []


def test_without_script_a_workstream_is_made(server, plain):
    server.create_workstream("Shop")
    plain.goto("/dashboard")
    plain.locator("#new > summary").click()
    form = plain.locator("form[action='/workstreams']")
    form.locator("[name=name]").fill("Depot")
    form.get_by_role("button").click()
    expect(plain.locator(".ws").get_by_role("heading", name="Depot")).to_be_visible()


def test_without_script_filters_work(server, plain):
    task = server.create_task("Round tax")
    server.create_task("Choose a name", server.create_workstream("Launch"))
    server.patch(f"/api/tasks/{task}", status="blocked")
    plain.goto("/dashboard")
    plain.get_by_role("link", name="Blocked 1").click()
    expect(plain.locator(".row .name")).to_have_text(["Round tax"])


def test_what_is_refused_says_why(server):
    status, text = server.exchange("POST", "/tasks", headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert status in (400, 422) and "workstream_id" in text


def test_a_new_task_is_seen_in_every_tab(server, context):
    workstream = server.create_workstream("Shop")
    first, second = (open_live(context.new_page(), "/dashboard") for _ in range(2))
    first.keyboard.press("c")
    first.locator("#new-task [name=name]").fill("Round tax once")
    first.locator("#new-task [name=workstream_id]").select_option(workstream)
    first.locator("#new-task [name=name]").press("Enter")
    for page in (first, second):
        expect(page.locator(".row").get_by_role("link", name="Round tax once", exact=True)).to_be_visible()
        assert_not_reloaded(page)
    expect(first.locator(".toast")).to_contain_text("Task created")


def test_hidden_and_brought_back(server, context):
    server.create_task("Round tax once")
    first, second = (open_live(context.new_page(), "/dashboard") for _ in range(2))
    first.locator(".row [data-actions]").click()
    first.get_by_role("dialog").get_by_role("button", name="Hide").click()
    for page in (first, second):
        expect(page.locator(".row[data-task-id]")).to_have_count(0)
    first.locator(".toast").get_by_role("button", name="Undo").click()
    for page in (first, second):
        expect(page.locator(".row[data-task-id]")).to_have_count(1)
        assert_not_reloaded(page)


def test_a_status_from_the_menu_is_seen_in_every_tab(server, context):
    task = server.create_task("Round tax once")
    first = open_live(context.new_page(), "/dashboard")
    second = open_live(context.new_page(), f"/tasks/{task}")
    first.locator(".row [data-actions]").click()
    first.get_by_role("dialog").locator("[name=status]").select_option("blocked")
    expect(first.locator(".row.is-blocked")).to_be_visible()
    expect(second.locator(".status.is-blocked").first).to_be_visible()


def test_a_task_moves_between_workstreams(server, context):
    task = server.create_task("Round tax once")
    depot = server.create_workstream("Depot")
    pages = [open_live(context.new_page(), "/dashboard") for _ in range(2)]
    pages[0].locator(f".row[data-task-id='{task}'] [data-actions]").click()
    pages[0].get_by_role("dialog").locator("[name=workstream_id]").select_option(depot)
    for page in pages:
        expect(page.locator(f".ws[data-workstream-id='{depot}'] .row[data-task-id='{task}']")).to_be_visible()
        expect(page.locator(f".row[data-task-id='{task}']")).to_have_count(1)
        assert_not_reloaded(page)
