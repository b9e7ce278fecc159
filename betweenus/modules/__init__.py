"""Modules as readers meet them: on the cover, at the top of their pages, and at the places that lead to their own pages."""
