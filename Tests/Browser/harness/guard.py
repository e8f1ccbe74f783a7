"""Watches everything that pages of a browser context do; what a good page never does is a fault of the test."""

import re
import urllib.parse

# Runs before a page's own scripts. `__xss` is the trap of the corpus: whatever sets, reads or calls it has run.
TRAP = """
(() => {
  const report = window.__report;
  addEventListener("securitypolicyviolation", (event) =>
    report(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`), true);
  const tripped = () => { report("script ran: __xss"); return 0; };
  Object.defineProperty(window, "__xss", { get: () => { tripped(); return tripped; }, set: tripped });
})();
"""

# Requests that a page gives up itself when it is left or asks anew.
GIVEN_UP = "net::ERR_ABORTED"


class Guard:
    """The faults of one browser context."""

    def __init__(self, context, origin):
        self.faults = []
        self._host = urllib.parse.urlsplit(origin).netloc
        self._allowed = []
        context.expose_function("__report", self._fault)
        context.add_init_script(TRAP)
        context.on("request", self._request)
        context.on("requestfailed", self._request_failed)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", lambda error: self._fault(f"uncaught: {error.error}"))
        context.on("page", self._page)

    def allow(self, pattern):
        """What matches the regular expression is part of the test."""
        self._allowed.append(re.compile(pattern))

    def allow_outage(self):
        """The server goes away for a while."""
        self.allow(r"net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|INCOMPLETE_CHUNKED_ENCODING|EMPTY_RESPONSE)")

    def dismiss(self):
        """What the test provoked is seen: its other events, which may still be on their way, are part of it."""
        self.allow("")
        self.faults.clear()

    def check(self):
        assert not self.faults, "faults of the page:\n" + "\n".join(self.faults)

    def _fault(self, text):
        if not any(pattern.search(text) for pattern in self._allowed):
            self.faults.append(text)

    def _page(self, page):
        page.on("dialog", self._dialog)

    def _dialog(self, dialog):
        self._fault(f"dialog: {dialog.type} {dialog.message}")
        dialog.dismiss()

    def _request(self, request):
        url = urllib.parse.urlsplit(request.url)
        if url.scheme not in ("blob", "data") and url.netloc != self._host:
            self._fault(f"leaves the host: {request.url}")

    def _request_failed(self, request):
        if request.failure != GIVEN_UP:
            self._fault(f"failed: {request.method} {request.url}: {request.failure}")

    def _response(self, response):
        if response.status >= 400:
            self._fault(f"answered {response.status}: {response.request.method} {response.url}")

    def _console(self, message):
        if message.type == "error":
            self._fault(f"console: {message.text} ({message.location.get('url', '')})")
