"""The stage: what a group sees of an exercise or a plan on a projector."""
