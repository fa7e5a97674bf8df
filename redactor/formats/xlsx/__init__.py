"""Workbooks of the Office Open XML kind: XLSX, XLSM, XLTX, XLTM (ISO/IEC 29500).

Changed inside the package: only cells and texts that change are written anew, other allowed parts travel byte for
byte, and parts that are not understood stay behind.
"""

from __future__ import annotations

from redactor.formats.xlsx.format import XlsxFormat

__all__ = ["XlsxFormat"]
