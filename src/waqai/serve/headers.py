"""The headers of every answer: what a browser may do with it."""

from __future__ import annotations

import json
from pathlib import Path


def headers(pages: Path) -> dict[str, str]:
    """What every answer says."""
    return {
        "Content-Security-Policy": policy(pages),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    }


def policy(pages: Path) -> str:
    """The content security policy: nothing from elsewhere, no script or style within a page.

    The hashes of styles that the pages bring with them stand in `csp.json` of their folder.
    """
    file = pages / "csp.json"
    styles = json.loads(file.read_text(encoding="utf-8")).get("style", []) if file.exists() else []
    style = " ".join(["'self'", *(f"'{found}'" for found in styles)])
    rules = (
        "default-src 'none'", "script-src 'self'", "worker-src 'self'", "connect-src 'self'",
        "font-src 'self'", "img-src 'self' data: blob:", f"style-src {style}", "form-action 'self'",
        "base-uri 'none'", "frame-ancestors 'none'", "manifest-src 'self'",
    )  # fmt: skip
    return "; ".join(rules)
