"""Presidio in a worker without the language models that it imports and we never use.

``presidio_analyzer`` imports spaCy, thinc, tldextract and some two hundred recognisers of its own when it is imported.
None of them runs here: our recognisers bring their own language engine and registry. Standing in for them takes a
worker's start from 1.3 s of processor time to 0.3 s, and the one that would fetch a list from the internet
(tldextract) cannot be reached at all.

Only workers do this, before their first import of Presidio; whoever uses ``recognizers`` as a library gets the real
packages.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

STOOD_IN_FOR = ("spacy", "thinc", "tldextract", "presidio_analyzer.predefined_recognizers")


def install() -> None:
    """Stand in for what was not imported yet. Calling it again changes nothing."""
    if not any(isinstance(finder, _Finder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Finder())


class _Placeholder(type):
    """A class of which other classes may inherit and whose methods may decorate; nothing else works."""

    def __getattr__(cls, name: str) -> Callable[..., Callable[[Any], Any]]:
        if name.startswith("__"):
            raise AttributeError(name)
        return lambda *_, **__: lambda decorated: decorated

    def __call__(cls, *_: object, **__: object) -> Any:
        raise ImportError(f"{cls.__module__} is not loaded in a worker", name=cls.__module__)


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if any(fullname == name or fullname.startswith(f"{name}.") for name in STOOD_IN_FOR):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        module = ModuleType(spec.name, "Stands in for the real one; see redactor.lean_imports.")

        def placeholder(name: str) -> type:
            if name.startswith("__"):
                raise AttributeError(name)
            return _Placeholder(name, (), {"__module__": spec.name})

        module.__getattr__ = placeholder  # type: ignore[method-assign]
        return module

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing to run."""
