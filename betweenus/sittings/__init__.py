"""Own pages in parts: a page of a notebook that shows one at a time, and remembers where somebody is."""
