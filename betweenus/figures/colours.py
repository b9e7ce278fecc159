"""The colours of figures. The two differ in lightness and their fills in hatching, so they stay apart in grey and for
colour-blind readers; both have a contrast of 3:1 or more on the light and on the dark page."""

FIRST = "#b0597f"
SECOND = "#3f8588"
# Drawn in this colour means: whatever colour the page's text has, in light and in dark.
INK = "#010203"

# What stands for each on a page: the page's own colour, and where there is none the one that it was drawn in.
ON_A_PAGE = {
    INK: "currentColor",
    FIRST: f"var(--bu-figure-a, {FIRST})",
    SECOND: f"var(--bu-figure-b, {SECOND})",
}
