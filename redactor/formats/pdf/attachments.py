"""Files inside a PDF: taking them out to be redacted, and putting their copies back.

They are looked for where readers offer them: the name tree of embedded files, associated files of the document and its
pages, file-attachment annotations. What lies elsewhere nobody can open, and it does not travel.
ISO 32000-2, 7.11.4 and 14.13.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, Pdf, PdfError, Stream, String

from redactor.files import safe_stem
from redactor.model import AttachedFile, Embedded

MAX_FILES = 100
MAX_BYTES = 256 << 20
"""Of all files of one document together, unpacked."""

_MAX_DEPTH = 40
_MAX_STEM = 100
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,8}")


def take_out(pdf: Pdf, folder: Path) -> tuple[AttachedFile, ...]:
    """Write every attached file into a folder of its own below ``folder``.

    Files that cannot be unpacked, and those beyond the limits, come without a path.

    Raises:
        OSError: the folder cannot be written.
    """
    found: list[AttachedFile] = []
    total = 0
    for number, (name, stream) in enumerate(_files(pdf)):
        data = None
        if number < MAX_FILES:
            with contextlib.suppress(PdfError, RuntimeError):
                data = stream.read_bytes()
        total += len(data or b"")
        if data is None or total > MAX_BYTES:
            found.append(AttachedFile(name))
            continue
        own = folder / str(number)
        own.mkdir(mode=0o700)
        path = own / name
        path.write_bytes(data)
        found.append(AttachedFile(name, str(path)))
    return tuple(found)


def put_back(pdf: Pdf, files: Sequence[Embedded]) -> None:
    """Attach redacted copies to a document that has no attachments.

    Raises:
        OSError: one of them cannot be read.
    """
    entries = Array()
    for number, file in enumerate(files):
        data = Path(file.path).read_bytes()
        stream = pdf.make_stream(data)
        stream["/Type"] = Name.EmbeddedFile
        stream["/Params"] = Dictionary(Size=len(data))
        specification = Dictionary(
            Type=Name.Filespec, F=String(file.name), UF=String(file.name), EF=Dictionary(F=stream, UF=stream)
        )
        entries.append(String(f"{number:04d}"))
        entries.append(pdf.make_indirect(specification))
    if files:
        pdf.Root["/Names"] = Dictionary(EmbeddedFiles=pdf.make_indirect(Dictionary(Names=entries)))


def _files(pdf: Pdf) -> Iterator[tuple[str, Stream]]:
    """Name and content of each attached file, each content once."""
    seen: set[tuple[int, int]] = set()
    for specification in _specifications(pdf):
        if not isinstance(specification, Dictionary):
            continue
        embedded = specification.get("/EF")
        if not isinstance(embedded, Dictionary):
            continue
        for stream in (embedded.get("/UF"), embedded.get("/F")):
            if isinstance(stream, Stream) and stream.objgen not in seen:
                seen.add(stream.objgen)
                yield _plain_name(specification), stream


def _specifications(pdf: Pdf) -> Iterator[Object | None]:
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary):
        yield from _leaves(names.get("/EmbeddedFiles"), 0)
    for owner in (pdf.Root, *(page.obj for page in pdf.pages)):
        associated = owner.get("/AF")
        if isinstance(associated, Array):
            yield from associated
        annotations = owner.get("/Annots")
        for annotation in annotations if isinstance(annotations, Array) else ():
            if isinstance(annotation, Dictionary) and annotation.get("/Subtype") == Name.FileAttachment:
                yield annotation.get("/FS")


def _leaves(tree: Object | None, depth: int) -> Iterator[Object]:
    if not isinstance(tree, Dictionary) or depth > _MAX_DEPTH:
        return
    names = tree.get("/Names")
    if isinstance(names, Array):
        yield from list(names)[1::2]
    kids = tree.get("/Kids")
    for kid in kids if isinstance(kids, Array) else ():
        yield from _leaves(kid, depth + 1)


def _plain_name(specification: Dictionary) -> str:
    """The file's own name without folders and characters that a disk refuses."""
    texts = (specification.get(key) for key in ("/UF", "/F"))
    name = next((str(text) for text in texts if isinstance(text, String)), "")
    name = re.split(r"[/\\:]", name)[-1]
    suffix = _SUFFIX.fullmatch(Path(name).suffix)
    stem = Path(name).stem if suffix else name
    return safe_stem(stem)[:_MAX_STEM] + (suffix.group() if suffix else "")
