"""The program's way in: Ctrl-C ends it without a traceback, also while it is being imported."""

import signal

# Whoever started it may have it ignore Ctrl-C (nohup): that stays.
_INTERRUPTED = signal.getsignal(signal.SIGINT)
_OURS = _INTERRUPTED is signal.default_int_handler
if _OURS:
    signal.signal(signal.SIGINT, signal.SIG_DFL)

from tracker.cli import app  # noqa: E402 - nothing is imported before


def main() -> None:
    """Run the program and leave with its exit code."""
    try:
        if _OURS:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        app.main()
    finally:
        if _OURS:  # whatever is left to do, it is not told of
            signal.signal(signal.SIGINT, signal.SIG_DFL)


if __name__ == "__main__":
    main()
