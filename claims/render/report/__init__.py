"""The report: one page of HTML that shows who disputes whom, with every word it rests on."""

from claims.render.report.drawing import draw_report
from claims.render.report.language import pick_language
from claims.render.report.linking import make_link
from claims.render.report.page import Page, lay_out_page
from claims.render.report.summary import draw_summary
from claims.render.report.together import Together, find_links, lay_out_together

__all__ = [
    "Page", "Together", "draw_report", "draw_summary", "find_links", "lay_out_page",
    "lay_out_together", "make_link", "pick_language",
]  # fmt: skip
