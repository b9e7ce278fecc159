"""The course's figures: one file a module. A figure function only reads its data and draws."""
