"""What one tab does, the others see; and a server that went away comes back without a hole."""

from playwright.sync_api import expect

from harness.live import assert_not_reloaded, open_live


def test_a_status_change_is_seen_in_every_tab(server, context):
    task = server.create_task("Round tax once")
    dashboard = open_live(context.new_page(), "/dashboard")
    thread = open_live(context.new_page(), f"/tasks/{task}")
    server.patch(f"/api/tasks/{task}", status="blocked")
    expect(dashboard.locator(".row.is-blocked")).to_be_visible()
    expect(thread.locator("#task-top .status.is-blocked")).to_be_visible()
    server.patch(f"/api/tasks/{task}", status="active", name="Round once")
    expect(dashboard.locator(".row").get_by_role("link", name="Round once", exact=True)).to_be_visible()
    expect(thread.get_by_role("heading", level=1)).to_have_text("Round once")
    for page in (dashboard, thread):
        assert_not_reloaded(page)


def test_a_server_that_restarts_leaves_no_hole(server, context):
    task = server.create_task()
    server.post(task, "before")
    pages = [open_live(context.new_page(), path) for path in (f"/tasks/{task}", "/stream")]
    context.guard.allow_outage()
    server.stop()
    for page in pages:
        expect(page.locator("#lost")).to_be_visible()
    server.start()
    messages = [f"after {number}" for number in range(30)]
    for message in messages:
        server.post(task, message)
    for page in pages:
        expect(page.locator("#lost")).to_be_hidden()
        for message in messages:
            expect(page.locator("main").get_by_text(message, exact=True)).to_have_count(1)
        assert_not_reloaded(page)


def test_a_task_that_is_deleted_leaves_every_tab(server, context):
    task = server.create_task("A leaked secret")
    server.post(task, "the secret itself")
    pages = [open_live(context.new_page(), path) for path in ("/dashboard", f"/tasks/{task}", "/stream", "/stream?view=lanes")]
    server.request("DELETE", f"/api/tasks/{task}")
    for page in pages:
        expect(page.get_by_text("the secret itself")).to_have_count(0)
        assert_not_reloaded(page)
