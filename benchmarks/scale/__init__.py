"""How the program's time and memory grow with the log: made-up workspaces, peers, and a table of goals."""
