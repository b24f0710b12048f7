"""Browser tests: the running app in a real Chromium, with no way out of this machine."""
