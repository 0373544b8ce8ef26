"""Charts: one scale and one drawing for all of them, as text, as SVG, and as pictures of that SVG."""
