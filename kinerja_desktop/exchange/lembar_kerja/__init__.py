"""The Lembar Kerja of an analyst as a workbook: ``writer`` writes it, ``reader`` reads it back.

The guards (locked cells, lists, a hidden sheet) help against slips, not against intent: there is no password, and
nothing that returns is believed before it was compared with the order as the office has it now. Where things stand
on the sheets is ``layout``. Nothing is imported here, because only writing needs openpyxl.
"""
