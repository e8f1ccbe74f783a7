"""What holds for every page: pictures, accessibility, narrow screens, reading without script."""

import importlib.resources
import pathlib

import pytest
from playwright.sync_api import expect

from harness.server import MonitorServer
from harness.story import Story

SCREENSHOTS = pathlib.Path(__file__).resolve().parents[2] / ".browser-tests" / "screenshots"
AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
NARROW = {"width": 375, "height": 800}


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    with MonitorServer(tmp_path_factory.mktemp("story")) as server:
        yield Story(server)


@pytest.fixture
def server(story):
    """These tests only read, so that they can share one server."""
    return story.server


def visit(context, path):
    page = context.new_page()
    page.goto(path)
    expect(page.locator("#main")).to_be_visible()
    # Pictures and measures are of the page at rest.
    page.evaluate("document.fonts.ready")
    return page


def violations(page):
    page.evaluate(AXE)
    found = page.evaluate("(tags) => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", WCAG)["violations"]
    return [f"{one['id']}, {len(one['nodes'])} times: {one['nodes'][0]['target']} {one['nodes'][0]['failureSummary']}"
            for one in found]


def take(page, name):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True, animations="disabled")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible(story, new_context, scheme):
    context = new_context(color_scheme=scheme, reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    found = {}
    for name, path in story.pages().items():
        page = visit(context, path)
        take(page, f"{name}-{scheme}")
        found[name] = violations(page)
        page.close()
    faults = [f"{name}: {text}" for name, texts in found.items() for text in texts]
    assert not faults, "\n".join(faults)


def test_no_page_scrolls_sideways_on_a_phone(story, new_context):
    context = new_context(viewport=NARROW, has_touch=True)
    widths = {}
    for name, path in story.pages().items():
        page = visit(context, path)
        take(page, f"{name}-narrow")
        widths[name] = page.evaluate("document.documentElement.scrollWidth")
        page.close()
    assert {name: width for name, width in widths.items() if width > NARROW["width"]} == {}


def test_every_page_has_one_heading_and_its_landmarks(story, context):
    for name, path in story.pages().items():
        page = visit(context, path)
        assert page.locator("h1").count() == 1, name
        assert page.locator("main").count() == 1, name
        assert page.get_by_role("navigation", name="Main").count() == 1, name
        page.close()


def test_every_page_reads_without_script(story, new_context):
    context = new_context(java_script_enabled=False)
    for name, path in story.pages().items():
        page = visit(context, path)
        assert page.locator("main").inner_text().strip(), name
        page.close()
