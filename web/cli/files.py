"""Files the command line leaves behind: written whole or not at all, and only where writing is allowed."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step: a reader sees the old one or the new one, never half of it.

    Raises:
        OSError: naming ``path``, not the scratch file beside it.
    """
    try:
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    except OSError as error:
        raise _of(path, error) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(scratch).chmod(0o666 & ~_mask())
        Path(scratch).replace(path)
    except OSError as error:
        Path(scratch).unlink(missing_ok=True)
        raise _of(path, error) from None
    except BaseException:
        Path(scratch).unlink(missing_ok=True)
        raise


def ready(folder: Path) -> Path:
    """Make a folder that can be written and return it; OSError names the folder when it cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        raise _of(folder, error) from None
    return folder


def writable(path: Path) -> None:
    """Prove before long work that ``path`` can be written in the end; OSError names it when it cannot."""
    if path.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(path))
    try:
        tempfile.TemporaryFile(dir=path.parent).close()
    except OSError as error:
        raise _of(path, error) from None


def could_write(folder: Path) -> bool:
    """Return whether files could be made in a folder, or the folder itself where it is missing; nothing is changed."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _of(path: Path, error: OSError) -> OSError:
    """Return the error as one of ``path``, or of its folder when that is what is not there."""
    lacking = isinstance(error, FileNotFoundError) and not path.parent.is_dir()
    return type(error)(error.errno, error.strerror or "", str(path.parent if lacking else path))


def _mask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
