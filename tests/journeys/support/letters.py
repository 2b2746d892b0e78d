"""Letters that the server wrote to its folder instead of sending them."""

from email import message_from_bytes, policy
from pathlib import Path


def newest_letter(server) -> str:
    """The text of the letter that was written last."""
    letters = Path(server.environment["DATA_DIR"], "mail").glob("*.log")
    newest = max(letters, key=lambda path: path.stat().st_mtime)
    letter = message_from_bytes(newest.read_bytes(), policy=policy.default)
    return letter.get_body(["plain"]).get_content()
