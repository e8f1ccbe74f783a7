"""Pages that follow the journal."""

from playwright.sync_api import expect


def open_live(page, path):
    """Opens a page and returns when it is connected; leaves a mark that a reload would take away."""
    page.goto(path)
    expect(page.locator("#live")).to_be_visible()
    page.evaluate("window.marked = true")
    return page


def assert_not_reloaded(page):
    assert page.evaluate("window.marked === true"), "the page was loaded anew"
