"""Results kept in this process for as long as what they were made from has not changed."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Kept = TypeVar("Kept")


class Memory(Generic[Kept]):
    """The last results used, by key. A key names everything a result depends on, so nothing is ever out of date."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._kept: OrderedDict[Hashable, Kept] = OrderedDict()
        self._lock = Lock()

    def find(self, key: Hashable) -> Kept | None:
        """Return the result for ``key``, None when it is not remembered."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def keep(self, key: Hashable, made: Kept) -> Kept:
        """Remember a result and return it; the one used longest ago goes."""
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return made

    def recall(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """Return the result for ``key``, made now when it is not remembered."""
        found = self.find(key)
        return self.keep(key, make()) if found is None else found
