"""Session plans: which exercises fit a time, a group and a format."""
