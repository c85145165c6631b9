"""Another machine: an ssh server of our own on this one, reached by a real ssh with a key."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NAME = "studio-pc"
PATIENCE_S = 10.0


class NoServer(Exception):
    """No ssh server can be had here; the text says why."""


@contextmanager
def far_machine(folder: Path) -> Iterator[str]:
    """Run the server while the block runs; gives the words that an artist would type before the
    command for over there.

    Raises:
        NoServer: a program is missing, or it will not start.
    """
    sshd = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if sshd is None or shutil.which("ssh") is None or shutil.which("ssh-keygen") is None:
        raise NoServer("sshd, ssh or ssh-keygen not found (openssh-server, openssh-client)")
    port, log = _free_port(), folder / "sshd.log"
    for key in ("host", "own"):
        subprocess.run(
            ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / key)], check=True
        )
    (folder / "sshd_config").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {folder / 'host'}\n"
        f"AuthorizedKeysFile {folder / 'own.pub'}\nPidFile none\nUsePAM no\nStrictModes no\n"
        "PasswordAuthentication no\nPermitRootLogin prohibit-password\nPrintMotd no\n"
    )
    (folder / "ssh_config").write_text(
        f"Host {NAME}\n  HostName 127.0.0.1\n  Port {port}\n  User {getpass.getuser()}\n"
        f"  IdentityFile {folder / 'own'}\n  IdentitiesOnly yes\n  BatchMode yes\n"
        f"  StrictHostKeyChecking no\n  UserKnownHostsFile {folder / 'known'}\n  LogLevel ERROR\n"
    )
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sshd, "-D", "-e", "-f", str(folder / "sshd_config")], stdout=out, stderr=out
        )
        try:
            _wait(server, port, log)
            yield f"ssh -F {folder / 'ssh_config'} {NAME}"
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise NoServer(f"sshd does not answer: {log.read_text('utf-8', 'replace').strip()}")
