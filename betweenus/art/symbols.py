"""The symbols of the verdicts: how full a circle is says how far a claim holds; what no study can settle has none.
They differ in shape, so that they are told apart in black and white. Lines on 16 by 16."""

RING = '<circle cx="8" cy="8" r="6.25"/>'
FULL = 'fill="currentColor"'

SYMBOLS = {
    "supported": f'<circle {FULL} cx="8" cy="8" r="6.25"/>',
    "mixed": f'{RING}<path {FULL} d="M8 1.75A6.25 6.25 0 0 0 8 14.25Z"/>',
    "overstated": f'{RING}<path {FULL} d="M8 8V1.75A6.25 6.25 0 0 1 14.25 8Z"/>',
    "unsupported": RING,
    "definition": '<path d="M2.5 4h11M2.5 8h11M2.5 12h7"/>',
    "value-statement": (
        '<path d="M8 13.6C4.6 11.2 1.9 8.9 1.9 6a3.2 3.2 0 0 1 6.1-1.4A3.2 3.2 0 0 1 14.1 6c0 2.9-2.7 5.2-6.1 7.6Z"/>'
    ),
    "good-advice": '<path d="M2.5 8.5l3.7 3.7 7.3-8.4"/>',
}
