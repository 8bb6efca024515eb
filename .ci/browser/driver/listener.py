"""A proxy that leads nowhere and remembers who wanted to go out."""

import socket
import threading


class Listener:
    """Listens on this machine until it is closed; every connection is noted by its first line."""

    def __init__(self) -> None:
        self.server = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.server.getsockname()[1]}"
        self.requests: list[str] = []
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
                    first = connection.recv(4096).split(b"\r\n")[0]
                    # An answer, or they try again and again.
                    connection.sendall(b"HTTP/1.1 403 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                except OSError:
                    first = b"(nothing said)"
                self.requests.append(first.decode("utf-8", "replace"))

    def close(self) -> None:
        self.server.close()
