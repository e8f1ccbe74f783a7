"""A notification for each wait, once, whatever number of tabs is open."""

from playwright.sync_api import expect

from harness.live import open_live

# Chromium without a desktop shows none; this one only keeps what it was asked for.
STUB = """
window.notifications = [];
window.Notification = class {
  static permission = "default";
  static requestPermission = async () => Notification.permission = "granted";
  constructor(title, options) { this.title = title; Object.assign(this, options); window.notifications.push(this); }
  close() { this.isClosed = true; }
};
"""
SHOWN = "window.notifications.map(({ title, body }) => `${title}: ${body}`)"


def ask(server, task, question):
    server.deliver("generic", {"message": question, "state": "waiting", "question": question}, task)


def switch_on(page):
    page.locator("details.menu summary").first.click()
    page.locator("#notify").click()
    expect(page.locator("#notify")).to_contain_text("on")


def test_a_wait_is_told_once(server, context):
    context.add_init_script(STUB)
    task = server.create_task("Deploy <b>now</b>")
    pages = [open_live(context.new_page(), "/dashboard") for _ in range(2)]
    for page in pages:
        switch_on(page)
    ask(server, task, "May I <i>deploy</i>?")
    for page in pages:
        expect(page.locator("#needs")).to_be_visible()
        expect(page.locator("#announce")).to_contain_text("needs you")
    # The pages ask for this lock before they show one; who has it after them knows that they are done.
    pages[0].evaluate("() => navigator.locks.request('monitor notify', () => 0)")
    shown = [text for page in pages for text in page.evaluate(SHOWN)]
    assert len(shown) == 1
    assert "Deploy <b>now</b>" in shown[0] and "May I <i>deploy</i>?" in shown[0]


def test_nothing_is_told_unasked(server, context, page):
    context.add_init_script(STUB)
    task = server.create_task("Deploy")
    open_live(page, "/dashboard")
    ask(server, task, "May I?")
    expect(page.locator("#announce")).to_contain_text("Deploy needs you")
    assert page.evaluate(SHOWN) == []


def test_a_click_leads_to_the_task(server, context, page):
    context.add_init_script(STUB)
    task = server.create_task("Deploy")
    open_live(page, "/stream")
    switch_on(page)
    ask(server, task, "May I?")
    page.wait_for_function("() => window.notifications.length === 1")
    page.evaluate("window.notifications[0].onclick()")
    page.wait_for_url(f"**/tasks/{task}")
