"""A task's page: edits in one tab are seen in the other, and everything is there to the very first update."""

import pytest
from playwright.sync_api import expect

from harness.live import assert_not_reloaded, open_live


def test_a_rename_is_seen_in_every_tab(server, context):
    task = server.create_task("Round tax")
    first, second = (open_live(context.new_page(), f"/tasks/{task}") for _ in range(2))
    first.keyboard.press("e")
    name = first.locator("#edit-name [name=name]")
    name.fill("Round tax <b>once</b>")
    name.press("Enter")
    for page in (first, second):
        expect(page.get_by_role("heading", level=1)).to_have_text("Round tax <b>once</b>")
        assert_not_reloaded(page)


def test_a_summary_is_seen_in_every_tab(server, context):
    task = server.create_task("Round tax")
    first, second = (open_live(context.new_page(), f"/tasks/{task}") for _ in range(2))
    first.keyboard.press("s")
    text = first.locator("#edit-summary [name=summary_text]")
    text.fill("Rounded once per order.")
    text.press("Control+Enter")
    for page in (first, second):
        expect(page.locator("#edit-summary summary")).to_contain_text("Rounded once per order.")
        assert_not_reloaded(page)


def test_an_update_is_written(server, context):
    task = server.create_task("Round tax")
    first, second = (open_live(context.new_page(), f"/tasks/{task}") for _ in range(2))
    first.keyboard.press("c")
    message = first.locator("#composer [name=message]")
    message.fill("We round half up.\nThe law says so.")
    first.locator("#composer [name=kind]").select_option("decision")
    first.locator("#composer [name=tags]").fill("tax, law")
    message.press("Control+Enter")
    for page in (first, second):
        expect(page.locator("#thread").get_by_text("We round half up.")).to_be_visible()
        expect(page.locator("#thread .tag")).to_have_text(["tax", "law"])
        assert_not_reloaded(page)
    expect(message).to_have_value("")


def test_without_script_an_update_is_written(server, new_context):
    task = server.create_task("Round tax")
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"/tasks/{task}")
    page.locator("#composer [name=message]").fill("Without script")
    page.locator("#composer button").click()
    expect(page.locator("#thread").get_by_text("Without script")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_older_updates_are_reached_to_the_first(server, new_context, script):
    task = server.create_task("Long")
    server.post_all([{"task_id": task, "source": "manual", "message": f"Update {number}.", "kind": "manual_note"}
                     for number in range(230)])
    page = new_context(java_script_enabled=script).new_page()
    page.goto(f"/tasks/{task}")
    first = page.locator("#thread").get_by_text("Update 0.", exact=True)
    for _ in range(10):
        older = page.locator("#older:visible")
        first.or_(older).first.wait_for()
        if first.count():
            break
        shown = page.locator("#thread > li").last.inner_text()
        older.click()
        expect(page.locator("#thread > li").last).not_to_have_text(shown)
    expect(first).to_be_visible()


def test_a_permalink_leads_to_its_update(server, page):
    task = server.create_task("Long")
    seqs = [server.post(task, f"Update {number}.", kind="manual_note")["seq"] for number in range(3)]
    open_live(page, f"/tasks/{task}#u-{seqs[1]}")
    expect(page.locator(f"#u-{seqs[1]}")).to_contain_text("Update 1.")
    expect(page.locator(":target")).to_have_count(1)
