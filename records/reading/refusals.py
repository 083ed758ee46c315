"""Why a file is no report that can be read, and what to do next."""

from geo.message import Wording

MESSAGE_WITHOUT_WORDS = Wording("message_without_words", "the message has no part in words")
SAVE_WORDS = Wording("save_words", "save the words as .txt")
NO_MESSAGE = Wording("no_message", "it is no message that can be read")
NO_PAGE = Wording("no_page", "it is no page that can be read")
PDF_PICTURES = Wording("pdf_pictures", "the PDF holds no text, only pictures")
RECOGNISE_TEXT = Wording("recognise_text", "run text recognition on it, or save the words as .txt")
PDF_LOCKED = Wording("pdf_locked", "the PDF is locked with a password")
SAVE_WITHOUT = Wording("save_without", "save it without, or as .txt")
PDF_TOO_LONG = Wording("pdf_too_long", "the PDF has {pages} pages, more than {most}")
GIVE_A_PART = Wording("give_a_part", "give a part of it")
PDF_DAMAGED = Wording("pdf_damaged", "the PDF is damaged")
BINARY_DATA = Wording("binary_data", "it is no text but binary data")
GIVE_REPORT_FILE = Wording("give_report_file", "give a .txt, .md, .html, .eml or .pdf file")
ENCODING_UNKNOWN = Wording("encoding_unknown", "the encoding '{encoding}' that it names does not exist")
SAVE_AS_UTF8 = Wording("save_as_utf8", "save it as UTF-8")
BYTE_NO_TEXT = Wording("byte_no_text", "byte {number} is no {encoding} text")
BYTE_NO_UTF8 = Wording("byte_no_utf8", "byte {number} is no UTF-8 text")
LARGER_THAN = Wording("larger_than", "it is larger than {most} MB")
IS_EMPTY = Wording("is_empty", "it is empty")
GIVE_REPORT = Wording("give_report", "give a report in words")
NO_WORDS = Wording("no_words", "it holds no words")
IS_FOLDER = Wording("is_folder", "it is a folder")
NAME_FILES = Wording("name_files", "name the files in it")
REPORT_MISSING = Wording("report_missing", "there is no such file")
CHECK_ITS_NAME = Wording("check_its_name", "check the name")
REPORT_NOT_READ = Wording("report_not_read", "it cannot be read: {reason}")
CHECK_FILE = Wording("check_file", "check the file")

WORDINGS: tuple[Wording, ...] = (
    *(MESSAGE_WITHOUT_WORDS, SAVE_WORDS, NO_MESSAGE, NO_PAGE, PDF_PICTURES, RECOGNISE_TEXT, PDF_LOCKED),
    *(SAVE_WITHOUT, PDF_TOO_LONG, GIVE_A_PART, PDF_DAMAGED, BINARY_DATA, GIVE_REPORT_FILE, ENCODING_UNKNOWN),
    *(SAVE_AS_UTF8, BYTE_NO_TEXT, BYTE_NO_UTF8, LARGER_THAN, IS_EMPTY, GIVE_REPORT, NO_WORDS, IS_FOLDER),
    *(NAME_FILES, REPORT_MISSING, CHECK_ITS_NAME, REPORT_NOT_READ, CHECK_FILE),
)
"""All of them, so that translations can be checked for completeness."""
