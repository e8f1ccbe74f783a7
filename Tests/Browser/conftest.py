"""Fixtures: one Chromium for the run, one server and guarded browser contexts for each test."""

import os
import shutil

import pytest
from playwright.sync_api import expect, sync_playwright

from harness.egress import EgressTrap
from harness.guard import Guard
from harness.server import MonitorServer

# Long, since the machine may be busy; conditions that hold are seen at once.
expect.set_options(timeout=20_000)
NAMES = ("chromium", "chromium-browser", "google-chrome")


def executable():
    """Debian's Chromium, or the browser that CHROMIUM names; none is downloaded."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise RuntimeError("no Chromium on the PATH; CHROMIUM can name one")
    return found


@pytest.fixture(scope="session")
def egress():
    with EgressTrap() as trap:
        yield trap


@pytest.fixture(scope="session")
def chromium(egress):
    # By its own flag, since Playwright's option would send loopback there too.
    flags = [f"--proxy-server={egress.url}"]
    # Chromium's sandbox refuses to work for root, which CI is.
    flags += ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=flags)
        yield browser
        browser.close()


@pytest.fixture
def server(tmp_path):
    with MonitorServer(tmp_path) as server:
        yield server


@pytest.fixture
def new_context(chromium, server, egress):
    """Makes browser contexts: each is a browser of its own, with a guard that is asked when the test ends."""
    guards, contexts = [], []
    before = len(egress.requests)

    def make(**options):
        context = chromium.new_context(base_url=server.url, **options)
        context.set_default_timeout(20_000)
        context.guard = Guard(context, server.url)
        guards.append(context.guard)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    for guard in guards:
        guard.check()
    assert egress.requests[before:] == [], "the browser asked for something beyond the host"


@pytest.fixture
def context(new_context):
    return new_context()


@pytest.fixture
def page(context):
    return context.new_page()
