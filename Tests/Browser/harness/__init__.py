"""What the browser tests stand on: a real server, a guarded browser, and things to show."""
