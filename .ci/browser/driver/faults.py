"""What can go wrong with a browser."""


class BrowserFault(Exception):
    """A browser refused a command, did not answer in time, or ended."""


class BrowserMissing(BrowserFault):
    """A program that is needed is not installed; the message says which package has it."""
