"""An edition without a server: one page, a folder for any web host, a preview picture."""
