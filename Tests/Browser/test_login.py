"""Strict mode in a browser: in, around, and out again."""

import pytest
from playwright.sync_api import expect

from harness.live import open_live
from harness.server import MonitorServer

TOKEN = "a-token-for-the-browser-tests"


@pytest.fixture
def server(tmp_path):
    with MonitorServer(tmp_path, "--auth-mode", "strict", "--api-tokens", TOKEN) as server:
        server.token = TOKEN
        yield server


def sign_in(page, token=TOKEN):
    page.get_by_label("Token").fill(token)
    page.get_by_role("button", name="Sign in").click()


def test_who_has_no_session_is_led_to_the_login_and_back(server, context, page):
    context.guard.allow("40[13]")
    task = server.create_task("Round tax once")
    page.goto(f"/tasks/{task}?level=error")
    assert "/login" in page.url
    sign_in(page, "wrong")
    expect(page.get_by_role("alert")).to_be_visible()
    assert page.get_by_label("Token").input_value() == ""
    sign_in(page)
    page.wait_for_url(f"**/tasks/{task}?level=error")
    expect(page.get_by_role("heading", level=1)).to_have_text("Round tax once")


def test_pages_fragments_and_the_stream_work_with_a_session(server, context, page):
    task = server.create_task()
    page.goto("/login")
    sign_in(page)
    page.wait_for_url("**/dashboard")
    for path in ("/dashboard", f"/tasks/{task}", "/stream"):
        open_live(page, path)
        server.post(task, f"seen on {path}")
        expect(page.locator("main").get_by_text(f"seen on {path}").first).to_be_visible()
    cookies = context.cookies()
    assert [(cookie["httpOnly"], cookie["sameSite"]) for cookie in cookies] == [(True, "Strict")]
    assert TOKEN not in cookies[0]["value"]


def test_signing_out_ends_the_pages_and_their_stream(server, context):
    page, other = context.new_page(), context.new_page()
    page.goto("/login")
    sign_in(page)
    page.wait_for_url("**/dashboard")
    open_live(other, "/dashboard")
    context.guard.allow("40[13]|ERR_")
    page.locator("details.menu summary").last.click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/login*")
    other.wait_for_url("**/login*")
    page.goto("/dashboard")
    assert "/login" in page.url


def test_a_session_names_its_browser_as_text(server, new_context):
    agent = "<img src=x onerror=__xss(1)>\" onclick=\"__xss(1)"
    context = new_context(user_agent=agent)
    page = context.new_page()
    page.goto("/login")
    sign_in(page)
    page.wait_for_url("**/dashboard")
    page.goto("/sessions")
    expect(page.locator("main")).to_contain_text(agent)
    assert page.locator("img").count() == 0


def test_login_works_without_script(server, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/dashboard")
    sign_in(page)
    page.wait_for_url("**/dashboard")
