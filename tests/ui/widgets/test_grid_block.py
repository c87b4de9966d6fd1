"""Blocks as Excel, LibreOffice and WPS carry them."""

import pytest

from kinerja_desktop.ui.widgets.grid.block import read_html, read_text, repeated, write_html, write_text


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ('5\t"Antrean ""lama"",\nhujan"\n6\tx\n', [["5", 'Antrean "lama",\nhujan'], ["6", "x"]]),
        ('Loket "A" rusak\t7\n', [['Loket "A" rusak', "7"]]),
        ("90\n\n91\n\n\t\n\n", [["90"], [""], ["91"]]),
        ("\n", [[""]]),
        ("", [[""]]),
    ],
    ids=["plain", "quoted line end", "a quote inside", "blank rows at the end", "one empty cell", "nothing"],
)
def test_plain_text_of_a_spreadsheet(text: str, block: list[list[str]]) -> None:
    assert read_text(text) == block


def test_what_is_written_is_read_again() -> None:
    block = [["1.234,5", 'kata "dua"\nbaris'], ['"kutip', "tab\tdi sini"], ["", "akhir"]]
    assert read_text(write_text(block)) == block
    assert read_html(write_html(block, [True, False])) == [
        ["1.234,5", 'kata "dua"\nbaris'],
        ['"kutip', "tab di sini"],
        ["", "akhir"],
    ]


def test_figures_of_a_program_in_english_are_written_with_our_signs() -> None:
    assert read_text("1,234.50\t12.5\t1,300\tTW 1.2\n") == [["1.234,50", "12,5", "1.300", "TW 1.2"]]
    assert read_text("1.234,50\t12,5\t1.300\n") == [["1.234,50", "12,5", "1.300"]]
    assert read_text("12.5\t1.300\n") == [["12.5", "1.300"]], "nothing tells which signs these are"


def test_signs_of_money_are_left_out_and_its_dash_is_zero() -> None:
    assert read_text(" Rp1.500.000 \tRp 2.000,50\tRp. 10,-\tRp5 per surat\n") == [
        ["1.500.000", "2.000,50", "10", "Rp5 per surat"]
    ]
    assert read_text("Rp1,234.50\tRp12,000\n") == [["1.234,50", "12.000"]]
    cells = "<td x:num='1500000'>Rp1,500,000</td><td sdval='0'> Rp - </td><td sdval='0'>-</td><td>-</td>"
    assert read_html(f"<table><tr>{cells}</tr></table>") == [["1.500.000", "0", "0", "-"]]


LIBRE = """<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/>
<style type="text/css">body,div,table { font-family:"Liberation Sans" }</style></head><body>
<table cellspacing="0" border="0"><colgroup span="3" width="85"></colgroup>
<tr><td height="17" align="left">Permohonan<br>selesai</td>
<td align="right" sdval="1234.5" sdnum="1033;0;#,##0.00">1,234.50</td>
<td align="right" sdval="0.9375" sdnum="1033;0;0.00%">93.75%</td></tr>
<tr><td height="21" align="right" valign=bottom sdval="2.85" sdnum="1033;"><font color="#000000">2.85</font></td>
<td align="left" valign=bottom><font color="#000000"><br></font></td><td></td></tr>
<tr><td height="17" align="left" colspan=2>gabungan</td><td align="right" sdval="1300" sdnum="1033;0;#,##0">1,300</td>
</tr></table></body></html>"""


def test_libreoffice_tells_the_figure_beside_the_text() -> None:
    assert read_html(LIBRE) == [
        ["Permohonan\nselesai", "1.234,50", "93,75%"],
        ["2,85", "", ""],
        ["gabungan", "", "1.300"],
    ]


def test_a_figure_is_taken_as_it_was_seen_not_with_hidden_decimals() -> None:
    page = '<table><tr><td sdval="91.8518518518519" sdnum="1057;0;0,00">91,85</td></tr></table>'
    assert read_html(page) == [["91,85"]]
    assert read_html('<table><tr><td x:num="91.8518518">91.85</td></tr></table>') == [["91,85"]]


EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
<style><!--table {mso-displayed-decimal-separator:"\\,";} .xl65 {white-space:normal;}--></style></head>
<body link=blue vlink=purple><table border=0 cellpadding=0 style='border-collapse: collapse;width:96pt'>
<!--StartFragment--> <col width=64 span=2 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 align=right width=64 style='height:15.0pt;width:48pt'>92,5</td>
  <td class=xl65 width=64 style='width:48pt'>Antrean tertib,<br>
    loket cukup &amp; rapi</td>
 </tr>
 <tr height=20><td rowspan=2 align=right>7</td><td></td></tr><tr><td>akhir</td></tr>
<!--EndFragment--></table></body></html>"""


def test_excel_marks_line_ends_and_merged_cells() -> None:
    assert read_html(EXCEL) == [["92,5", "Antrean tertib,\nloket cukup & rapi"], ["7", ""], ["", "akhir"]]


def test_a_page_without_a_table_is_no_block() -> None:
    assert read_html("<p>Selamat pagi,</p><p>ini angkanya</p>") == []


def test_copied_figures_say_their_value_to_every_language() -> None:
    page = write_html([["1.1", "1.287,50"], ["2", ""]], [False, True])
    assert 'x:num="1287.50" sdval="1287.50" sdnum="1033;1057;#.##0,00"' in page
    assert "<td x:str" in page.split("1.1")[0], "a number of a list is no date"


@pytest.mark.parametrize(
    ("block", "size", "laid"),
    [
        ([["7"]], (3, 1), [["7"], ["7"], ["7"]]),
        ([["1"], ["2"]], (4, 2), [["1", "1"], ["2", "2"], ["1", "1"], ["2", "2"]]),
        ([["1"], ["2"]], (3, 1), [["1"], ["2"]]),
        ([["1", "2"]], (1, 1), [["1", "2"]]),
    ],
)
def test_a_block_is_repeated_where_the_choice_fits_evenly(
    block: list[list[str]], size: tuple[int, int], laid: list[list[str]]
) -> None:
    assert repeated(block, *size) == laid
