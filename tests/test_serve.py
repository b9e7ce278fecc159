"""The book's own server gives what lies in its folder, to this machine, and nothing else."""

import http.client
import socket
import threading
from contextlib import ExitStack

import pytest

from betweenus.book.server import open_server


@pytest.fixture(scope="module")
def port(tmp_path_factory) -> int:
    folder = tmp_path_factory.mktemp("site")
    (folder / "secret.txt").write_text("secret")
    book = folder / "book"
    (book / "_static").mkdir(parents=True)
    (book / "index.html").write_text("the book")
    (book / "_static" / "one.css").write_text("")
    (book / "link.txt").symlink_to(folder / "secret.txt")
    server = open_server(book, port=0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


def ask(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, str, dict]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": f"{host}:{port}"})
    answer = connection.getresponse()
    return answer.status, answer.read().decode(), dict(answer.headers)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_it_answers_by_the_names_of_this_machine(port, host):
    assert ask(port, "/index.html", host)[:2] == (200, "the book")


def test_another_site_s_name_that_leads_here_gets_nothing(port):
    status, text, _ = ask(port, "/index.html", "evil.example")
    assert status == 421 and "the book" not in text


@pytest.mark.parametrize(
    "path",
    ["/link.txt", "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "//secret.txt", "/%00", "/a%00.html"],
)
def test_nothing_outside_its_folder_can_be_had(port, path):
    status, text, _ = ask(port, path)
    assert status == 404 and "secret" not in text


def test_it_lists_no_folder(port):
    status, text, _ = ask(port, "/_static/")
    assert status == 404 and "one.css" not in text


def test_it_does_not_tell_which_python_it_runs_on(port):
    assert "Python" not in ask(port, "/index.html")[2]["Server"]


def test_many_tabs_that_ask_at_once_all_find_room_in_its_line(tmp_path):
    with open_server(tmp_path, port=0) as server, ExitStack() as open_until_here:
        for _ in range(60):  # none of which it has taken yet
            open_until_here.enter_context(socket.create_connection(server.server_address, timeout=0.9))
