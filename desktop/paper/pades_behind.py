"""pyHanko's writer for what is put behind a finished paper; brought in only when something is signed or stamped."""

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


class Behind(IncrementalPdfFileWriter):
    """The paper goes on saying of itself what it said: else it would claim two makers, and be PDF/A no more."""

    def _update_meta(self) -> None:
        return
