"""Parts that the pages share; the only place beside the pages that knows Streamlit."""
