"""A proxy that lets nothing through and remembers who asked: what leaves the host ends here, whichever thread of the
browser sent it."""

import re
import socketserver
import threading

# What Chromium asks by itself, whatever it shows.
OWN_REQUEST = re.compile(
    r"\S+ (https?://)?((accounts|clients\d|android\.clients|www)\.google\.com|"
    r"(update|content-autofill|optimizationguide-pa|safebrowsing)\.googleapis\.com|([\w-]+\.)+gvt1\.com)[:/]")


class EgressTrap:
    def __init__(self):
        self.requests = []
        trap = self

        class Handler(socketserver.StreamRequestHandler):
            timeout = 5

            def handle(self):
                line = self.rfile.readline(2000).decode("latin-1").strip()
                if line and not OWN_REQUEST.match(line):
                    trap.requests.append(line)
                self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True

        self._server = Server(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def url(self):
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
