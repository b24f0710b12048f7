"""The core of Article Atlas: editions of articles and their places. It knows nothing of the UI."""
