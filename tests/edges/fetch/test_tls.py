"""Over TLS the fetcher speaks HTTP/2, and holds the certificate against the name it asked for."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import h2.config
import h2.connection
import h2.events
import pytest

from tests.edges.server import QUICK
from twosource.edges.fetch.fetcher import Fetcher
from twosource.errors import UnreachableError

DIRECT = replace(QUICK, robots=False, most_tries=1)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with `cert.pem` and `key.pem` of the name localhost, made for this run."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl on this machine to make a certificate with")
    folder = tmp_path_factory.mktemp("tls")
    request = "req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=localhost".split()
    name = ["-addext", "subjectAltName=DNS:localhost"]
    kept = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run([openssl, *request, *name, *kept], check=True, capture_output=True)
    return folder


@pytest.fixture
def port(certificate: Path) -> Iterator[int]:
    """Serve every request over HTTP/2 with the name of the protocol."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    context.set_alpn_protocols(["h2"])
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=serve, args=(listening, context), daemon=True).start()
        yield int(listening.getsockname()[1])


def serve(listening: socket.socket, context: ssl.SSLContext) -> None:
    with suppress(OSError):
        while True:
            plain, _ = listening.accept()
            with suppress(OSError), context.wrap_socket(plain, server_side=True) as line:
                answer(line)


def answer(line: ssl.SSLSocket) -> None:
    talk = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
    talk.initiate_connection()
    line.sendall(talk.data_to_send())
    while data := line.recv(65536):
        for event in talk.receive_data(data):
            if isinstance(event, h2.events.RequestReceived) and event.stream_id is not None:
                talk.send_headers(event.stream_id, [(":status", "200")])
                spoken = str(line.selected_alpn_protocol()).encode()
                talk.send_data(event.stream_id, spoken, end_stream=True)
        line.sendall(talk.data_to_send())


def test_two_pages_come_over_http_2(
    port: int, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    with Fetcher(DIRECT) as fetcher:
        for path in ("a", "b"):
            assert fetcher.fetch(f"https://localhost:{port}/{path}").body == b"h2"


def test_a_certificate_of_another_name_or_of_nobody_is_refused(
    port: int, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Fetcher(DIRECT) as fetcher, pytest.raises(UnreachableError, match="certificate"):
        fetcher.fetch(f"https://localhost:{port}/")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    with Fetcher(DIRECT) as fetcher, pytest.raises(UnreachableError, match="certificate"):
        fetcher.fetch(f"https://127.0.0.1:{port}/")
