"""The guard itself: what a bad page does is noticed."""

import pytest

BAD = {
    "script ran": "window.__xss(1)",
    "dialog": "alert(1)",
    "console": "console.error('broken')",
    "uncaught": "setTimeout(() => { throw new Error('broken') })",
    "CSP: script-src-attr": "document.body.setAttribute('onclick', 'void 0')",
    "CSP: connect-src": "void fetch('http://evil.example/').catch(() => 0)",
    "answered 404": "fetch('/nowhere').then((answer) => answer.status)",
}


def wait_for(page, condition):
    """What the guard hears comes while the page is waited for."""
    for _ in range(200):
        if condition():
            return
        page.wait_for_timeout(50)
    raise AssertionError("it was not noticed")


@pytest.mark.parametrize("fault", BAD)
def test_a_fault_is_noticed(context, page, egress, fault):
    page.goto("/dashboard")
    page.evaluate(f"() => {{ {BAD[fault]} }}")
    wait_for(page, lambda: any(fault in text for text in context.guard.faults))
    context.guard.dismiss()


def test_what_leaves_the_host_is_noticed_twice(context, page, egress):
    """By the guard, and by the trap behind the browser, which sees shared workers too."""
    before = len(egress.requests)
    page.goto("about:blank")
    page.evaluate("""() => new Promise((done) => {
      const script = "fetch('http://evil.example/').catch(() => 0).then(() => postMessage(1))";
      new Worker(URL.createObjectURL(new Blob([script]))).onmessage = done;
    })""")
    assert any("evil.example" in request for request in egress.requests[before:])
    wait_for(page, lambda: "leaves the host: http://evil.example/" in context.guard.faults)
    del egress.requests[before:]
    context.guard.dismiss()
