"""The report: one page of HTML that shows who disputes whom, with every word it rests on."""

from claims.render.report.drawing import draw_report
from claims.render.report.language import pick_language
from claims.render.report.linking import make_link
from claims.render.report.page import Page, lay_out_page
from claims.render.report.summary import draw_summary

__all__ = [
    "Page", "draw_report", "draw_summary", "lay_out_page", "make_link", "pick_language",
]  # fmt: skip
