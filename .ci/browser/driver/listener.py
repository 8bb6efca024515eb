"""A proxy that leads nowhere and remembers where one wanted to go."""

import socket
import threading

REFUSAL = b"HTTP/1.1 403 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Listener:
    """Listens on this machine until it is closed, as a proxy of HTTP and of SOCKS 5."""

    def __init__(self) -> None:
        self.server = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.server.getsockname()[1]}"
        # Addresses as the requests name them; a connection on which nothing is said counts too.
        self.wanted: list[str] = []
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self) -> None:
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(1)
                try:
                    self.wanted.append(answer(connection))
                except OSError:
                    self.wanted.append("(nothing was said)")

    def close(self) -> None:
        self.server.close()


def answer(connection: socket.socket) -> str:
    """Refuses a request (or they would try again and again); what it was for."""
    first = connection.recv(4096)
    if first[:1] == b"\x05":
        connection.sendall(b"\x05\x00")
        host = connection.recv(4096)[4:]
        connection.sendall(b"\x05\x02\x00\x01" + bytes(6))
        port = int.from_bytes(host[-2:])
        return f"{host[1:-2].decode('utf-8', 'replace')}:{port}"
    connection.sendall(REFUSAL)
    words = first.split(b"\r\n")[0].decode("utf-8", "replace").split()
    return words[1] if len(words) > 1 else "(no request)"
