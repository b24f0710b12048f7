"""Opens the front page once for nobody, so that the first reader waits no longer than the next.

Streamlit imports a page's code, and registers the map's component, in the first run of the page.
"""

import asyncio
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime
from streamlit.runtime.session_manager import SessionClient

FINISHED: Final = "script_finished"


class _Nobody(SessionClient):
    """Takes what a reader would get, and notes when it is whole."""

    def __init__(self) -> None:
        self.finished = asyncio.Event()

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        """Take a message; Streamlit sends from the event loop's own thread."""
        if msg.WhichOneof("type") == FINISHED:
            self.finished.set()


async def rehearse(query: str, patience_s: float) -> None:
    """Run the front page once, as for a reader with this query string, and forget the session.

    Raises
    ------
    TimeoutError
        If the page is not whole in time, in seconds.
    """
    runtime, nobody = Runtime.instance(), _Nobody()
    session = runtime.connect_session(client=nobody, user_info={})
    try:
        asked = BackMsg()
        asked.rerun_script.query_string = query
        runtime.handle_backmsg(session, asked, client=nobody)
        async with asyncio.timeout(patience_s):
            await nobody.finished.wait()
    finally:
        runtime.close_session(session)
