"""What turns Jupyter Book's output into this book: theme, policy, checks on whole pages."""
