"""README.md shows pictures of the book, in light and in dark, for those who don't see them too."""

from bs4 import BeautifulSoup

from docs.pictures import FOLDER, LIMIT, PICTURES
from tests.conftest import ROOT


def test_each_picture_stands_there_in_light_and_in_dark_with_words():
    shown = BeautifulSoup((ROOT / "README.md").read_text(encoding="utf-8"), "html.parser").select("picture")
    files = [[picture.source["srcset"], picture.img["src"]] for picture in shown]
    taken = [[f"docs/pictures/{each.name}-{scheme}.webp" for scheme in ("dark", "light")] for each in PICTURES]
    assert files == taken
    assert all(len(picture.img["alt"]) > 20 for picture in shown)


def test_no_picture_is_one_to_wait_for():
    sizes = {path.name: path.stat().st_size for path in FOLDER.glob("*.webp")}
    assert sorted(sizes) == sorted(f"{each.name}-{scheme}.webp" for each in PICTURES for scheme in ("dark", "light"))
    assert max(sizes.values()) <= LIMIT
