"""Modules as readers meet them: on the cover, at the top of their pages, and where these lead to own pages."""
