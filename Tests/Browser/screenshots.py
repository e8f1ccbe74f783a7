"""Takes the pictures of README and docs from the demo; `make screenshots` runs it, `make test` does not."""

import pathlib

import pytest

from harness.server import MonitorServer

IMAGES = pathlib.Path(__file__).resolve().parents[2] / "docs" / "images"
WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 375, "height": 812}
TOKEN = "a-token-for-the-picture"


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with MonitorServer(tmp_path_factory.mktemp("demo"), "--demo") as server:
        yield server


def take(browser, url, name, scheme="light", viewport=WIDE, live=True):
    context = browser.new_context(color_scheme=scheme, viewport=viewport, reduced_motion="reduce")
    page = context.new_page()
    page.goto(url)
    if live:
        page.locator("#live:not([hidden])").wait_for(timeout=20_000)
    page.screenshot(path=IMAGES / f"{name}.png", animations="disabled")
    context.close()


def pages(demo):
    tasks = demo.tasks()
    task = next(task for task in tasks if task["name"].startswith("Fix the tax rounding"))
    return {
        "dashboard": "/dashboard", "task": f"/tasks/{task['id']}", "stream": "/stream",
        "stream-grouped": "/stream?view=grouped", "stream-lanes": "/stream?view=lanes", "search": "/search?q=rounding",
        "workstream": f"/workstreams/{task['workstream_id']}",
    }


def test_each_page_of_the_demo(chromium, demo):
    IMAGES.mkdir(exist_ok=True)
    for name, path in pages(demo).items():
        take(chromium, demo.url + path, name)


def test_dark_and_narrow(chromium, demo):
    paths = pages(demo)
    for name in ("dashboard", "task"):
        take(chromium, demo.url + paths[name], f"{name}-dark", scheme="dark")
        take(chromium, demo.url + paths[name], f"{name}-narrow", viewport=NARROW)


def test_first_run_and_login(chromium, tmp_path):
    with MonitorServer(tmp_path, "--auth-mode", "strict", "--api-tokens", TOKEN) as server:
        take(chromium, server.url + "/login", "login", live=False)
        context = chromium.new_context(viewport=WIDE)
        page = context.new_page()
        page.goto(server.url + "/dashboard")
        page.get_by_label("Token").fill(TOKEN)
        page.get_by_role("button", name="Sign in").click()
        page.locator("#live:not([hidden])").wait_for(timeout=20_000)
        page.screenshot(path=IMAGES / "first-run.png", animations="disabled")
        context.close()
