"""Starts real servers with the configurations that the page for publishers shows."""

import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.tools import from_debian, on_path

# What a publisher changes in a configuration.
NAME, FOLDER, CERTIFICATES = "book.example.org", "/var/www/book", "/etc/ssl"
LOG = "/var/log/nginx/error.log"
PATIENCE = 30  # seconds

NGINX = """
user root;
daemon off;
pid {folder}/pid;
error_log {folder}/log;
events {{}}
http {{ include /etc/nginx/mime.types; access_log {folder}/log; include {folder}/site; }}
"""
APACHE = """
ServerRoot {folder}
ServerName localhost
PidFile {folder}/pid
DefaultRuntimeDir {folder}
ErrorLog {folder}/log
{modules}
User www-data
Group www-data
TypesConfig {folder}/types
LogFormat "%h %r" common
CustomLog {folder}/log common
Listen 127.0.0.1:{http}
Listen 127.0.0.1:{https}
Include {folder}/site
"""
MODULES = ("mpm_event", "autoindex", "authz_core", "dir", "mime", "alias", "headers", "ssl", "socache_shmcb")
CADDY = """
{{
    admin off
    skip_install_trust
    default_bind 127.0.0.1
    storage file_system {folder}
    http_port {http}
    https_port {https}
}}
import {folder}/site
"""


@dataclass(frozen=True)
class Server:
    """A server that Debian has.

    Attributes:
        package: of Debian.
        program: of the package.
        main: what is in its main file beside the configuration of the page.
        begin: how the program is told to run with that file.
        certificate: the one that it shows, from the folder that it runs in.
    """

    package: str
    program: str
    main: str
    begin: tuple[str, ...]
    certificate: str = "localhost.pem"


SERVERS = {
    "nginx.conf": Server("nginx", "nginx", NGINX, ("-e", "stderr", "-c")),
    "apache.conf": Server("apache2-bin", "apache2", APACHE, ("-D", "FOREGROUND", "-f")),
    "Caddyfile": Server(
        "caddy", "caddy", CADDY, ("run", "--adapter", "caddyfile", "--config"), "pki/authorities/local/root.crt"
    ),
}


@dataclass(frozen=True)
class Running:
    """A server that has the book: its addresses, whom to trust for it, and what it wrote down."""

    http: str
    https: str
    certificate: Path
    log: Path


@contextmanager
def running(server: Server, configuration: str, book: Path) -> Iterator[Running]:
    """A server as a publisher has it, with other names, ports and files."""
    program = on_path(server.program) or from_debian(server.package, server.program)
    if not program:
        pytest.skip(f"{server.program} is not installed; it is in Debian's package {server.package}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # its workers belong to another user
        ports = {"http": free_port(), "https": free_port()}
        shutil.copytree(book, folder / "book")
        make_certificate(folder)
        modules = "\n".join(f"LoadModule {each}_module /usr/lib/apache2/modules/mod_{each}.so" for each in MODULES)
        (folder / "types").write_text("text/html html\ntext/javascript js\n")
        (folder / "site").write_text(moved(configuration, folder, **ports))
        (folder / "main").write_text(server.main.format(folder=folder, modules=modules, **ports))
        addresses = {scheme: f"{scheme}://localhost:{port}/" for scheme, port in ports.items()}
        log = folder / "log"
        with log.open("ab") as output:
            process = subprocess.Popen([program, *server.begin, folder / "main"], stdout=output, stderr=output)
        try:
            wait_for(addresses.values(), process, log)
            yield Running(**addresses, certificate=folder / server.certificate, log=log)
        finally:
            process.terminate()
            process.wait(PATIENCE)


def moved(configuration: str, folder: Path, http: int, https: int) -> str:
    """The configuration with this machine's names, ports and files in place of a publisher's."""
    ours = {
        f"https://{NAME}": f"https://localhost:{https}",
        f"http://{NAME}": f"http://localhost:{http}",
        NAME: "localhost",
        FOLDER: f"{folder}/book",
        CERTIFICATES: str(folder),
        LOG: f"{folder}/log",
        "listen 80": f"listen 127.0.0.1:{http}",
        "listen 443": f"listen 127.0.0.1:{https}",
        "[::]:80": f"[::1]:{http}",
        "[::]:443": f"[::1]:{https}",
        "*:80": f"*:{http}",
        "*:443": f"*:{https}",
    }
    # All at once, since a port may begin with another's digits.
    return re.sub("|".join(map(re.escape, ours)), lambda found: ours[found[0]], configuration)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def make_certificate(folder: Path) -> None:
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    names = ["-addext", "subjectAltName=DNS:localhost"]
    files = ["-keyout", folder / "localhost.key", "-out", folder / "localhost.pem"]
    subprocess.run([*command, *names, *files], check=True, capture_output=True)


def wait_for(addresses, process: subprocess.Popen, log: Path) -> None:
    """Wait until every port answers; Caddy needs a moment for its certificate."""
    until = time.monotonic() + PATIENCE
    for address in addresses:
        while not is_open(address):
            assert process.poll() is None and time.monotonic() < until, log.read_text()
            time.sleep(0.05)


def is_open(address: str) -> bool:
    port = int(address.rsplit(":", 1)[1].strip("/"))
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as asked:
            if address.startswith("https"):
                ssl._create_unverified_context().wrap_socket(asked, server_hostname="localhost").close()
            return True
    except OSError:
        return False
