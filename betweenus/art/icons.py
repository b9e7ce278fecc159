"""Icons: lines on 24 by 24, as wide as the letters' beside them."""

EYE = '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="3"/>'

ICONS = {
    "arrow": '<path d="M4.5 12h15M13 5.5l6.5 6.5-6.5 6.5"/>',
    "back": '<path d="M19.5 12h-15M11 5.5L4.5 12l6.5 6.5"/>',
    "book": '<path d="M12 6.5C10 5 7 4.5 3 4.5v13.5c4 0 7 .5 9 2 2-1.5 5-2 9-2V4.5c-4 0-7 .5-9 2ZM12 6.5V20"/>',
    "check": '<path d="M4.5 12.5l5 5L19.5 6.5"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
    "close": '<path d="M6 6l12 12M18 6L6 18"/>',
    "cover": f'{EYE}<path d="M4 20L20 4"/>',
    "eye": EYE,
    "list": '<path d="M8.5 6h11M8.5 12h11M8.5 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01"/>',
    "lock": '<rect x="5" y="10.5" width="14" height="9.5" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>',
    "not": '<circle cx="12" cy="12" r="8.5"/><path d="M6 18L18 6"/>',
    "pencil": '<path d="M4 20l1-4.5L16.5 4l3.5 3.5L8.5 19ZM14 6.5l3.5 3.5"/>',
    "people": (
        '<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 19.5c0-3.6 2.7-6 6.5-6s6.5 2.4 6.5 6"/>'
        '<path d="M15.5 5.3a3.5 3.5 0 0 1 0 6.4M18 14.2c2.2.9 3.5 2.8 3.5 5.3"/>'
    ),
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4.5 20c0-4 3-6.5 7.5-6.5s7.5 2.5 7.5 6.5"/>',
    "phone": (
        '<path d="M5.5 3.5h3.6l1.7 4.6-2.3 1.6a12 12 0 0 0 5.8 5.8l1.6-2.3 4.6 1.7v3.6c0 1.1-.9 2-2 2C10.7 20 4 13.3 '
        '3.5 5.5c0-1.1.9-2 2-2Z"/>'
    ),
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "print": '<path d="M7 9V3.5h10V9M7 17H4V9h16v8h-3M7 14h10v6.5H7Z"/>',
    "screen": '<rect x="3" y="4.5" width="18" height="12" rx="1.5"/><path d="M12 16.5v4M8 20.5h8"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5l5 5"/>',
    "warning": '<path d="M12 4L2.5 20h19ZM12 10v5M12 17.5h.01"/>',
}
