"""Waiting for what a page tells only by a promise: ``Page.wait_for_function`` takes the promise itself for a yes."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

ASKED = """async (arg) => {
    const ask = %s;
    const before = performance.now();
    for (;;) {
        const told = await ask(arg);
        if (told) return told;
        if (performance.now() - before > %d) return null;
        await new Promise((next) => requestAnimationFrame(next));
    }
}"""


def until(page: Page, question: str, arg: Any = None, *, longest_ms: int = 20_000) -> Any:
    """Ask an asynchronous function in the page once a frame until it answers what is true, and give that answer."""
    told = page.evaluate(ASKED % (question, longest_ms), arg)
    assert told, f"not within {longest_ms} ms: {question}"
    return told
