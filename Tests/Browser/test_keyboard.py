"""Everything can be reached and done with the keyboard."""

import pytest
from playwright.sync_api import expect

from harness.live import open_live
from harness.server import MonitorServer
from harness.story import Story

CURSOR = "document.querySelectorAll('.is-cursor').length"


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    with MonitorServer(tmp_path_factory.mktemp("keys")) as server:
        yield Story(server)


@pytest.fixture
def server(story):
    return story.server


def focused(page, selector):
    return page.evaluate("(selector) => document.activeElement.closest(selector) !== null", selector)


def test_j_and_k_walk_the_rows_and_enter_opens(story, page):
    open_live(page, "/dashboard")
    page.keyboard.press("j")
    assert page.evaluate(CURSOR) == 1
    first = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.textContent") != first
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.textContent") == first
    page.keyboard.press("Enter")
    page.wait_for_url("**/tasks/*")


def test_enter_expands_a_row_of_the_stream(story, page):
    open_live(page, "/stream")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".ev[open]")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".ev[open]")).to_have_count(0)


def test_n_goes_to_who_needs_somebody(story, page):
    open_live(page, "/dashboard")
    page.keyboard.press("n")
    assert focused(page, ".need")
    open_live(page, "/stream")
    page.keyboard.press("n")
    page.wait_for_url("**/dashboard*")


def test_keys_of_the_whole_page(story, page):
    open_live(page, "/dashboard")
    page.keyboard.press("g")
    page.keyboard.press("s")
    page.wait_for_url("**/stream")
    open_live(page, "/stream")
    page.keyboard.press("p")
    expect(page.locator("#paused")).to_be_visible()
    page.keyboard.press("p")
    expect(page.locator("#paused")).to_be_hidden()
    page.keyboard.press("x")
    expect(page.locator(".ev:not([open])")).to_have_count(0)
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("/")
    assert focused(page, "input[type=search]")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.value") == "j"
    page.keyboard.press("Escape")
    assert not focused(page, "input")
    page.keyboard.press("g")
    page.keyboard.press("d")
    page.wait_for_url("**/dashboard")


def test_single_keys_can_be_switched_off(story, page):
    open_live(page, "/stream")
    page.locator("details.menu summary").first.click()
    page.locator("#single-keys").click()
    page.keyboard.press("Escape")
    page.keyboard.press("p")
    expect(page.locator("#paused")).to_be_hidden()


def test_tab_comes_everywhere_and_is_seen(story, page):
    """The focus moves on with every press, is always seen, and comes back to the start."""
    for path in story.pages().values():
        page.goto(path)
        page.keyboard.press("Tab")
        assert focused(page, ".skip"), path
        for _ in range(25):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            look = page.evaluate("""() => {
              const style = getComputedStyle(document.activeElement);
              const { width, height } = document.activeElement.getBoundingClientRect();
              return { outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
                       shadow: style.boxShadow !== "none", isThere: width > 0 && height > 0,
                       what: document.activeElement.outerHTML.slice(0, 200) };
            }""")
            assert look["isThere"] and (look["outline"] or look["shadow"]), (path, look["what"])


def test_the_switcher_leads_to_a_task(story, page):
    open_live(page, "/stream")
    page.keyboard.press("Control+k")
    expect(page.locator("#switcher")).to_be_visible()
    page.keyboard.type("announcement")
    expect(page.locator("#switcher-list [role=option]").first).to_contain_text("Write the announcement")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/tasks/{story.notes}")
