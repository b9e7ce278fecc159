"""The headers that a host sends with every answer. The server of `betweenus serve`, the file `_headers` of a built
book, the configurations for publishers and `betweenus check-site` have them from here."""

from betweenus.book.policy import header_policy

# What a device can do, know or tell, and the book has no use for. It uses full screen, a screen that stays on, sound
# and speech.
UNUSED = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "serial",
    "usb",
)

# Not among them is Cross-Origin-Opener-Policy: with it, browsers forget the name of a window that leaves for another
# site, and with the name goes what opens the answers that wait in the tab.
HEADERS = {
    "Content-Security-Policy": header_policy(),
    # No other site can take in a file of the book.
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{name}=()" for name in UNUSED),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
# Over plain http, browsers pass over it. It says nothing of subdomains: they may be somebody else's.
OVER_HTTPS = {"Strict-Transport-Security": "max-age=31536000"}
