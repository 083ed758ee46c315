"""File formats of reports in prose: bytes to text, with what the file says about itself. A file per format."""

from records.reading.formats import email_message, html, markdown, pdf, plain_text
from records.reading.formats.extract import Extract, Format

FORMATS: tuple[Format, ...] = (
    Format("pdf", (".pdf",), pdf.is_pdf, pdf.extract),
    Format("html", (".html", ".htm", ".xhtml"), html.is_html, html.extract),
    Format("email", (".eml",), email_message.is_email, email_message.extract),
    Format("markdown", (".md", ".markdown"), None, markdown.extract),
    Format("text", (".txt", ".text", ""), None, plain_text.extract),
)
"""In the order in which they are tried on an input without a known ending."""

__all__ = ["FORMATS", "Extract", "Format"]
