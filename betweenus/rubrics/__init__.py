"""How the course's own pages stand against instruments that others made, item by item, with what earns each mark."""
