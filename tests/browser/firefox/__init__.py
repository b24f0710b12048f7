"""The main journeys in Firefox, which Playwright cannot start where Debian has built it."""
