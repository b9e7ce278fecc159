"""Finding one's way by words: what can be found, the words that people type instead, and the page that looks."""
