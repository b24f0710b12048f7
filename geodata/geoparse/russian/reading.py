"""Reads Russian texts with slovnet; imported only where it is needed.

The weights, trained on news (``slovnet_ner_news_v1``, ``navec_news_v1``; MIT), are files inside the
package ``natasha``. The package itself is not imported: it needs others that are not.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any, Final

from geodata.geoparse.errors import MissingModelError
from geodata.geoparse.other_tongues.readable import readable
from geodata.geoparse.values import Entity

HOLDER: Final = "natasha"
NEEDED: Final = ("slovnet", "navec", "pymorphy3")
EMBEDDING: Final = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
MODEL: Final = "data/model/slovnet_ner_news_v1.tar"


class RussianReader:
    """A loaded model."""

    def __init__(self) -> None:
        """Load the model.

        Raises
        ------
        MissingModelError
            If it, or what it needs, is not installed.
        """
        self._model = _load()

    def entities(self, text: str) -> list[Entity]:
        """Return the names that the model finds (LOC, PER, ORG), in the order of the text."""
        return [
            Entity(offset + one.start, offset + one.stop, one.type)
            for offset, piece in readable(text)
            for one in self._model(piece).spans
        ]


def _load() -> Any:
    holder = importlib.util.find_spec(HOLDER)
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing or holder is None or holder.origin is None:
        names = ", ".join(missing or [HOLDER])
        fault = f"What reads Russian is not installed ({names})."
        raise MissingModelError(f"{fault} Cure: Install what requirements-languages.txt lists.")
    from navec import Navec
    from slovnet import NER

    folder = Path(holder.origin).parent
    model = NER.load(folder / MODEL)
    model.navec(Navec.load(folder / EMBEDDING))
    return model
