"""How the app's messages reach the operator: on standard error, with time, weight and module."""

import logging
from typing import Final

FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def set_up_log() -> None:
    """Print our messages from INFO on, others' from WARNING on; an operator's own set-up stays."""
    logging.basicConfig(format=FORMAT)
    for ours in ("pages", "geodata"):
        logging.getLogger(ours).setLevel(logging.INFO)
